/// The embedded templates of the HTML report (`reports/report.html`, `reports/index.html`, `reports/paste.html`) and the style that
/// they share (`reports/style.css`), used in place.
#ifndef CREPORTS_H
#define CREPORTS_H

#include <stddef.h>
#include <stdint.h>

const uint8_t *calque_style(void);
size_t calque_style_size(void);
const uint8_t *calque_report_template(void);
size_t calque_report_template_size(void);
const uint8_t *calque_index_template(void);
size_t calque_index_template_size(void);
const uint8_t *calque_paste_template(void);
size_t calque_paste_template_size(void);

#endif
