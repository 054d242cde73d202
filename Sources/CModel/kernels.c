#include "cmodel.h"

#pragma STDC FP_CONTRACT OFF

// Where the processor has AVX2, a second version of a function is chosen when the program is loaded; both compute the same.
#if defined(__x86_64__)
#include <immintrin.h>
#define FAST __attribute__((target_clones("avx2", "default")))
#define AVX2 __attribute__((target("avx2")))
#else
#define FAST
#endif

FAST void calque_add_row(int32_t *restrict sum, const int8_t *restrict row, int32_t factor, size_t width) {
    for (size_t i = 0; i < width; i++) sum[i] += factor * row[i];
}

/// Columns whose weights lie side by side.
enum { BLOCK = 16 };

size_t calque_packed(size_t columns) { return (columns + BLOCK - 1) / BLOCK * BLOCK; }

void calque_pack(const int16_t *row, size_t width, size_t column, int16_t *out) {
    int16_t *at = out + column / BLOCK * BLOCK * width + column % BLOCK * 2;
    for (size_t k = 0; k < width; k += 2, at += 2 * BLOCK) {
        at[0] = row[k];
        at[1] = row[k + 1];
    }
}

static void multiply_plain(const int16_t *x, size_t rows, size_t width, size_t parts, size_t gap,
                           const int16_t *w, size_t columns, int32_t *out) {
    for (size_t i = 0; i < rows; i++) {
        const int16_t *b = w;
        for (size_t j = 0; j < columns; j += BLOCK) {
            int32_t sums[BLOCK] = {0};
            for (size_t part = 0; part < parts; part++) {
                const int16_t *a = x + (i + part * gap) * width;
                for (size_t k = 0; k < width; k += 2, b += 2 * BLOCK)
                    for (size_t c = 0; c < BLOCK; c++) sums[c] += (int32_t)a[k] * b[2 * c] + (int32_t)a[k + 1] * b[2 * c + 1];
            }
            for (size_t c = 0; c < BLOCK; c++) out[i * columns + j + c] = sums[c];
        }
    }
}

#ifdef AVX2
AVX2 static inline __m256i pair(const int16_t *p) {
    int32_t two;
    __builtin_memcpy(&two, p, sizeof two);
    return _mm256_set1_epi32(two);
}

/// `count` vectors, a constant, by the sixteen columns of a block: their sums stay in registers.
AVX2 __attribute__((always_inline)) static inline void multiply_block(
    const int count, const int16_t *x, size_t width, size_t parts, size_t gap, const int16_t *w, size_t columns, int32_t *out) {
    __m256i a[4], b[4];
    for (int i = 0; i < count; i++) a[i] = b[i] = _mm256_setzero_si256();
    for (size_t part = 0; part < parts; part++, x += gap * width) {
        for (size_t k = 0; k < width; k += 2, w += 2 * BLOCK) {
            __m256i u = _mm256_loadu_si256((const __m256i *)w), v = _mm256_loadu_si256((const __m256i *)(w + BLOCK));
#pragma unroll
            for (int i = 0; i < count; i++) {
                __m256i p = pair(x + i * width + k);
                a[i] = _mm256_add_epi32(a[i], _mm256_madd_epi16(p, u));
                b[i] = _mm256_add_epi32(b[i], _mm256_madd_epi16(p, v));
            }
        }
    }
    for (int i = 0; i < count; i++) {
        _mm256_storeu_si256((__m256i *)(out + i * columns), a[i]);
        _mm256_storeu_si256((__m256i *)(out + i * columns + 8), b[i]);
    }
}

AVX2 static void multiply_avx2(const int16_t *x, size_t rows, size_t width, size_t parts, size_t gap,
                               const int16_t *w, size_t columns, int32_t *out) {
    for (size_t j = 0; j < columns; j += BLOCK, w += parts * width * BLOCK) {
        size_t i = 0;
        for (; i + 4 <= rows; i += 4)
            multiply_block(4, x + i * width, width, parts, gap, w, columns, out + i * columns + j);
        if (rows - i >= 2) {
            multiply_block(2, x + i * width, width, parts, gap, w, columns, out + i * columns + j);
            i += 2;
        }
        if (i < rows) multiply_block(1, x + i * width, width, parts, gap, w, columns, out + i * columns + j);
    }
}
#endif

void calque_multiply(const int16_t *x, size_t rows, size_t width, size_t parts, size_t gap,
                     const int16_t *w, size_t columns, int32_t *out) {
#ifdef AVX2
    if (__builtin_cpu_supports("avx2")) {
        multiply_avx2(x, rows, width, parts, gap, w, columns, out);
        return;
    }
#endif
    multiply_plain(x, rows, width, parts, gap, w, columns, out);
}

FAST void calque_scale(const int32_t *restrict sums, size_t rows, size_t stride, size_t columns, const float *restrict scale,
                       const float *restrict bias, float *restrict out) {
    for (size_t i = 0; i < rows; i++)
        for (size_t j = 0; j < columns; j++) out[i * columns + j] = (float)sums[i * stride + j] * scale[j] + bias[j];
}

static inline float positive(float value) { return value > 0 ? value : 0; }

FAST void calque_relu(const int32_t *restrict sums, size_t columns, float scale, const float *restrict bias, float *restrict out) {
    for (size_t j = 0; j < columns; j++) out[j] = positive((float)sums[j] * scale + bias[j]);
}

FAST void calque_add_relu(const int32_t *restrict sums, size_t rows, size_t columns, const float *restrict scale,
                          const float *restrict bias, float *restrict out) {
    for (size_t i = 0; i < rows; i++)
        for (size_t j = 0; j < columns; j++)
            out[i * columns + j] += positive((float)sums[i * columns + j] * scale[j] + bias[j]);
}

/// Away from zero at one half; no call, so that loops are made of vectors.
static inline int16_t rounded(float value, int16_t limit) {
    if (value > limit) value = limit;
    if (value < -limit) value = -limit;
    return (int16_t)(int32_t)(value + (value < 0 ? -0.5f : 0.5f));
}

FAST void calque_quantize(const float *restrict x, size_t count, float factor, int16_t limit, int16_t *restrict out) {
    for (size_t i = 0; i < count; i++) out[i] = rounded(x[i] * factor, limit);
}

FAST void calque_scale_quantize(const int32_t *restrict sums, size_t rows, size_t stride, size_t columns, const float *restrict scale,
                                const float *restrict bias, float factor, int16_t limit, int16_t *restrict out) {
    for (size_t i = 0; i < rows; i++)
        for (size_t j = 0; j < columns; j++)
            out[i * columns + j] = rounded(((float)sums[i * stride + j] * scale[j] + bias[j]) * factor, limit);
}

FAST void calque_relu_quantize(const int32_t *restrict sums, size_t rows, size_t stride, size_t columns, const float *restrict scale,
                               const float *restrict bias, float factor, int16_t limit, int16_t *restrict out) {
    for (size_t i = 0; i < rows; i++)
        for (size_t j = 0; j < columns; j++)
            out[i * columns + j] = rounded(positive((float)sums[i * stride + j] * scale[j] + bias[j]) * factor, limit);
}

FAST void calque_sum_quantize(const float *restrict a, const float *restrict b, const float *restrict c, size_t count, float factor,
                              int16_t limit, int16_t *restrict out) {
    for (size_t i = 0; i < count; i++) out[i] = rounded(positive(a[i] + b[i] + c[i]) * factor, limit);
}

void calque_score_heads(const int32_t *products, float scale, const float *biases, const uint8_t *buckets, size_t heads, float *out) {
    for (size_t i = 0; i < heads; i++) out[i] = (float)products[i] * scale + biases[buckets[i]];
}

FAST size_t calque_greatest(const float *values, size_t count) {
    float lanes[8], greatest = values[0];
    size_t i = 0;
    for (int l = 0; l < 8; l++) lanes[l] = greatest;
    for (; i + 8 <= count; i += 8)
        for (int l = 0; l < 8; l++) lanes[l] = values[i + l] > lanes[l] ? values[i + l] : lanes[l];
    for (int l = 0; l < 8; l++) greatest = lanes[l] > greatest ? lanes[l] : greatest;
    for (; i < count; i++) greatest = values[i] > greatest ? values[i] : greatest;
    for (i = 0; i < count; i++)
        if (values[i] == greatest) return i;
    return 0;
}

static inline float exponential(float x) {
    // (1 + x/256 + (x/256)^2/2) to the power of 256
    float part = x / 256;
    float value = 1 + part + part * part / 2;
    for (int i = 0; i < 8; i++) value *= value;
    return value;
}

float calque_exponential(float x) { return exponential(x); }

FAST float calque_probability(const float *values, size_t count, size_t index, float greatest, float temperature) {
    float total = 0, weights[8];
    for (size_t i = 0; i < count; i += 8) {
        int some = 0;
        size_t lanes = count - i < 8 ? count - i : 8;
        for (size_t l = 0; l < lanes; l++) some |= (values[i + l] - greatest) * temperature > -7;
        if (!some) continue;
        for (size_t l = 0; l < lanes; l++) {
            float distance = (values[i + l] - greatest) * temperature;
            weights[l] = distance > -7 ? exponential(distance) : 0;
        }
        // One after the other, so that every machine adds in the same order.
        for (size_t l = 0; l < lanes; l++) total += weights[l];
    }
    float distance = (values[index] - greatest) * temperature;
    return distance > -7 ? exponential(distance) / total : 0;
}
