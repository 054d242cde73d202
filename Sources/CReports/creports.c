#include "creports.h"

static const uint8_t style[] = {
#embed "../../reports/style.css"
};

const uint8_t *calque_style(void) { return style; }
size_t calque_style_size(void) { return sizeof style; }

static const uint8_t template[] = {
#embed "../../reports/report.html"
};

const uint8_t *calque_report_template(void) { return template; }
size_t calque_report_template_size(void) { return sizeof template; }

static const uint8_t index_template[] = {
#embed "../../reports/index.html"
};

const uint8_t *calque_index_template(void) { return index_template; }
size_t calque_index_template_size(void) { return sizeof index_template; }

static const uint8_t paste_template[] = {
#embed "../../reports/paste.html"
};

const uint8_t *calque_paste_template(void) { return paste_template; }
size_t calque_paste_template_size(void) { return sizeof paste_template; }
