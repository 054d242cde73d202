#include "cmodel.h"

#pragma STDC FP_CONTRACT OFF

void calque_add_row(int32_t *restrict sum, const int8_t *restrict row, int32_t factor, size_t width) {
    for (size_t i = 0; i < width; i++) sum[i] += factor * row[i];
}

static void multiply_plain(const int16_t *x, size_t rows, size_t stride, size_t width,
                           const int16_t *w, size_t columns, int32_t *out) {
    for (size_t i = 0; i < rows; i++) {
        for (size_t j = 0; j < columns; j++) {
            const int16_t *a = x + i * stride, *b = w + j * width;
            int32_t sum = 0;
            for (size_t k = 0; k < width; k++) sum += (int32_t)a[k] * b[k];
            out[i * columns + j] = sum;
        }
    }
}

#if defined(__x86_64__)
#include <immintrin.h>

#define AVX2 __attribute__((target("avx2")))

AVX2 static inline int32_t total(__m256i v) {
    __m128i s = _mm_add_epi32(_mm256_castsi256_si128(v), _mm256_extracti128_si256(v, 1));
    s = _mm_add_epi32(s, _mm_shuffle_epi32(s, 0x4E));
    s = _mm_add_epi32(s, _mm_shuffle_epi32(s, 0xB1));
    return _mm_cvtsi128_si32(s);
}

AVX2 static inline __m256i load(const int16_t *p) { return _mm256_loadu_si256((const __m256i *)p); }

/// The four totals of four sums, side by side.
AVX2 static inline __m128i totals(__m256i a, __m256i b, __m256i c, __m256i d) {
    __m256i ab = _mm256_hadd_epi32(a, b), cd = _mm256_hadd_epi32(c, d);
    __m256i all = _mm256_hadd_epi32(ab, cd);
    return _mm_add_epi32(_mm256_castsi256_si128(all), _mm256_extracti128_si256(all, 1));
}

/// Two vectors by four columns at a time: eight sums stay in registers.
AVX2 static void multiply_avx2(const int16_t *x, size_t rows, size_t stride, size_t width,
                               const int16_t *w, size_t columns, int32_t *out) {
    size_t j = 0;
    for (; j + 4 <= columns; j += 4) {
        const int16_t *w0 = w + j * width, *w1 = w0 + width, *w2 = w1 + width, *w3 = w2 + width;
        size_t i = 0;
        for (; i + 2 <= rows; i += 2) {
            const int16_t *x0 = x + i * stride, *x1 = x0 + stride;
            __m256i a0 = _mm256_setzero_si256(), a1 = a0, a2 = a0, a3 = a0, b0 = a0, b1 = a0, b2 = a0, b3 = a0;
            for (size_t k = 0; k < width; k += 16) {
                __m256i p = load(x0 + k), q = load(x1 + k), v;
                v = load(w0 + k);
                a0 = _mm256_add_epi32(a0, _mm256_madd_epi16(p, v));
                b0 = _mm256_add_epi32(b0, _mm256_madd_epi16(q, v));
                v = load(w1 + k);
                a1 = _mm256_add_epi32(a1, _mm256_madd_epi16(p, v));
                b1 = _mm256_add_epi32(b1, _mm256_madd_epi16(q, v));
                v = load(w2 + k);
                a2 = _mm256_add_epi32(a2, _mm256_madd_epi16(p, v));
                b2 = _mm256_add_epi32(b2, _mm256_madd_epi16(q, v));
                v = load(w3 + k);
                a3 = _mm256_add_epi32(a3, _mm256_madd_epi16(p, v));
                b3 = _mm256_add_epi32(b3, _mm256_madd_epi16(q, v));
            }
            _mm_storeu_si128((__m128i *)(out + i * columns + j), totals(a0, a1, a2, a3));
            _mm_storeu_si128((__m128i *)(out + (i + 1) * columns + j), totals(b0, b1, b2, b3));
        }
        for (; i < rows; i++) {
            const int16_t *x0 = x + i * stride;
            __m256i a0 = _mm256_setzero_si256(), a1 = a0, a2 = a0, a3 = a0;
            for (size_t k = 0; k < width; k += 16) {
                __m256i p = load(x0 + k);
                a0 = _mm256_add_epi32(a0, _mm256_madd_epi16(p, load(w0 + k)));
                a1 = _mm256_add_epi32(a1, _mm256_madd_epi16(p, load(w1 + k)));
                a2 = _mm256_add_epi32(a2, _mm256_madd_epi16(p, load(w2 + k)));
                a3 = _mm256_add_epi32(a3, _mm256_madd_epi16(p, load(w3 + k)));
            }
            _mm_storeu_si128((__m128i *)(out + i * columns + j), totals(a0, a1, a2, a3));
        }
    }
    for (; j < columns; j++) {
        for (size_t i = 0; i < rows; i++) {
            __m256i a = _mm256_setzero_si256();
            for (size_t k = 0; k < width; k += 16)
                a = _mm256_add_epi32(a, _mm256_madd_epi16(load(x + i * stride + k), load(w + j * width + k)));
            out[i * columns + j] = total(a);
        }
    }
}

void calque_multiply(const int16_t *x, size_t rows, size_t stride, size_t width,
                     const int16_t *w, size_t columns, int32_t *out) {
    if (__builtin_cpu_supports("avx2") && width % 16 == 0)
        multiply_avx2(x, rows, stride, width, w, columns, out);
    else
        multiply_plain(x, rows, stride, width, w, columns, out);
}
#else
void calque_multiply(const int16_t *x, size_t rows, size_t stride, size_t width,
                     const int16_t *w, size_t columns, int32_t *out) {
    multiply_plain(x, rows, stride, width, w, columns, out);
}
#endif

void calque_scale(const int32_t *restrict sums, size_t rows, size_t columns, const float *restrict scale,
                  const float *restrict bias, float *restrict out) {
    for (size_t i = 0; i < rows; i++)
        for (size_t j = 0; j < columns; j++) out[i * columns + j] = (float)sums[i * columns + j] * scale[j] + bias[j];
}

void calque_relu(const int32_t *restrict sums, size_t rows, size_t columns, const float *restrict scale,
                 const float *restrict bias, float *restrict out) {
    for (size_t i = 0; i < rows; i++)
        for (size_t j = 0; j < columns; j++) {
            float value = (float)sums[i * columns + j] * scale[j] + bias[j];
            out[i * columns + j] = value > 0 ? value : 0;
        }
}

void calque_add_relu(const int32_t *restrict sums, size_t rows, size_t columns, const float *restrict scale,
                     const float *restrict bias, float *restrict out) {
    for (size_t i = 0; i < rows; i++)
        for (size_t j = 0; j < columns; j++) {
            float value = (float)sums[i * columns + j] * scale[j] + bias[j];
            out[i * columns + j] += value > 0 ? value : 0;
        }
}

void calque_quantize(const float *restrict x, size_t count, float scale, int16_t limit, int16_t *restrict out) {
    for (size_t i = 0; i < count; i++) {
        float value = x[i] * scale;
        if (value > limit) value = limit;
        if (value < -limit) value = -limit;
        // Away from zero at one half; no call, so that the loop is made of vectors.
        out[i] = (int16_t)(int32_t)(value + (value < 0 ? -0.5f : 0.5f));
    }
}

void calque_sum_relu(const float *restrict a, const float *restrict b, const float *restrict c, size_t count, float *restrict out) {
    for (size_t i = 0; i < count; i++) {
        float value = a[i] + b[i] + c[i];
        out[i] = value > 0 ? value : 0;
    }
}

void calque_score_heads(const int32_t *products, float scale, const float *biases, const uint8_t *buckets, size_t heads, float *out) {
    for (size_t i = 0; i < heads; i++) out[i] = (float)products[i] * scale + biases[buckets[i]];
}

size_t calque_greatest(const float *values, size_t count) {
    size_t best = 0;
    for (size_t i = 1; i < count; i++)
        if (values[i] > values[best]) best = i;
    return best;
}

float calque_exponential(float x) {
    // (1 + x/256 + (x/256)^2/2) to the power of 256
    float part = x / 256;
    float value = 1 + part + part * part / 2;
    for (int i = 0; i < 8; i++) value *= value;
    return value;
}

float calque_probability(const float *values, size_t count, size_t index, float temperature) {
    float greatest = values[calque_greatest(values, count)], total = 0, own = 0;
    for (size_t i = 0; i < count; i++) {
        float distance = (values[i] - greatest) * temperature;
        if (distance <= -7) continue;
        float weight = calque_exponential(distance);
        total += weight;
        if (i == index) own = weight;
    }
    return own / total;
}
