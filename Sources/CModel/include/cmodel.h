/// The embedded model of tagger and parser (`model.bin`, made by `calque-dev train`), and the loops that run it.
///
/// Whole numbers throughout, so that every machine computes the same: rows of 8 bits, activations and weights of
/// 16 bits, sums of 32. Where the processor has AVX2 it is used; the results do not differ.
#ifndef CMODEL_H
#define CMODEL_H

#include <stddef.h>
#include <stdint.h>

extern const size_t calque_model_size;

/// The first byte of the model.
const void *calque_model_start(void);

/// The embedded table of sequences of function words and tags (`sequences.bin`, made by `calque-dev sequences`).
extern const size_t calque_sequences_size;
const void *calque_sequences_start(void);

/// Adds a row of weights, times its factor, to a sum. `width` is a multiple of 16.
void calque_add_row(int32_t *sum, const int8_t *row, int32_t factor, size_t width);

/// The number of columns with which a matrix is packed: the next multiple of 16.
size_t calque_packed(size_t columns);

/// Writes one column of a packed matrix: in blocks of sixteen columns, first the two upper weights of each column, then the next two ...
void calque_pack(const int16_t *row, size_t width, size_t column, int16_t *out);

/// The products of `rows` vectors with a packed matrix: out[i][j] = x[i] · w[j].
///
/// Each vector is made of `parts` rows of `width` numbers (an even number) that lie `gap` rows apart: the words before, at and behind a place. `columns`
/// is a multiple of 16. Sums must fit 32 bits: the writer of the model sees to it.
void calque_multiply(const int16_t *x, size_t rows, size_t width, size_t parts, size_t gap,
                     const int16_t *w, size_t columns, int32_t *out);

/// sum · scale + bias of each element, for `rows` vectors that lie `stride` numbers apart; the scale and bias are those of the column.
void calque_scale(const int32_t *sums, size_t rows, size_t stride, size_t columns, const float *scale, const float *bias, float *out);

/// sum · scale + bias of each element of a vector, and 0 for what is less.
void calque_relu(const int32_t *sums, size_t columns, float scale, const float *bias, float *out);

/// Adds relu(sum · scale + bias) to each element.
void calque_add_relu(const int32_t *sums, size_t rows, size_t columns, const float *scale, const float *bias, float *out);

/// Rounds `count` numbers times a factor to 16 bits, cut off at ±`limit`.
void calque_quantize(const float *x, size_t count, float factor, int16_t limit, int16_t *out);

/// `calque_scale`, then `calque_quantize`.
void calque_scale_quantize(const int32_t *sums, size_t rows, size_t stride, size_t columns, const float *scale, const float *bias,
                           float factor, int16_t limit, int16_t *out);

/// The same, with 0 for what is less.
void calque_relu_quantize(const int32_t *sums, size_t rows, size_t stride, size_t columns, const float *scale, const float *bias,
                          float factor, int16_t limit, int16_t *out);

/// The sum of three vectors, 0 for what is less, rounded.
void calque_sum_quantize(const float *a, const float *b, const float *c, size_t count, float factor, int16_t limit, int16_t *out);

/// The scores of the heads of a word: products · scale, plus the bias of each head's distance.
void calque_score_heads(const int32_t *products, float scale, const float *biases, const uint8_t *buckets, size_t heads, float *out);

/// The place of the greatest value; the first of several. There is at least one.
size_t calque_greatest(const float *values, size_t count);

/// The softmax of one of the values times `temperature`, without what is less than a thousandth of the greatest, since that does not
/// show. Uses no exponential of the C library, so that every machine gives the same.
float calque_probability(const float *values, size_t count, size_t index, float greatest, float temperature);

/// e to the power of -7 to 0, within a thousandth.
float calque_exponential(float x);

#endif
