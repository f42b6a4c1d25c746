/* krut called from C: renders the data file argv[1] with the fonts in argv[2] and the layouts in argv[3]. */
#include <krut/krut.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char* read_file(const char* path, size_t* size) {
  FILE* file = fopen(path, "rb");
  char* bytes = malloc(1 << 20);
  *size = file == NULL || bytes == NULL ? 0 : fread(bytes, 1, 1 << 20, file);
  if (file != NULL) fclose(file);
  return bytes;
}

/* Whether a render ends with this status and code, and without files. */
static int ends_with(const krut_engine* engine, const krut_request* request, int status, const char* code) {
  krut_outcome* outcome = krut_render(engine, request);
  const size_t count = krut_outcome_diagnostic_count(outcome);
  const char* told = count == 0 ? "" : krut_outcome_diagnostic_json(outcome, count - 1, "en");
  const int is_so = krut_outcome_status(outcome) == status && strstr(told, code) != NULL &&
                    krut_outcome_pdf(outcome, NULL) == NULL && krut_outcome_docx(outcome, NULL) == NULL;
  if (!is_so) fprintf(stderr, "status %d, not %d: %s\n", krut_outcome_status(outcome), status, told);
  krut_outcome_free(outcome);
  return is_so;
}

/* A deadline, a bound of memory and a flag end a render; without them the same request is rendered. */
static int keeps_bounds(const krut_engine* engine, krut_request* request, const char* data, size_t size) {
  krut_request_set_data(request, data, size);
  krut_request_set_timeout(request, 1);
  int is_so = ends_with(engine, request, 75, "limit.timeout");
  krut_request_set_timeout(request, 0);
  krut_request_set_max_memory(request, 10000);
  is_so = ends_with(engine, request, 75, "limit.memory") && is_so;
  krut_request_set_max_memory(request, 0);
  krut_cancel_flag* flag = krut_cancel_flag_new();
  krut_request_set_cancel_flag(request, flag);
  krut_cancel_flag_set(flag);
  krut_cancel_flag_free(flag);
  is_so = ends_with(engine, request, 130, "request.cancelled") && is_so;
  krut_source* source = krut_read_back_bounded("%PDF-", 5, NULL, request);
  is_so = krut_source_status(source) != 0 && is_so;
  krut_source_free(source);
  krut_request_set_cancel_flag(request, NULL);
  krut_outcome* outcome = krut_render(engine, request);
  is_so = krut_outcome_status(outcome) == 0 && is_so;
  krut_outcome_free(outcome);
  return is_so;
}

static krut_request* request_for_picture(void) {
  static const char data[] =
      "{\"layout\":\"tables\",\"parts\":[{\"chapters\":[{\"figures\":[{\"image\":\"photos/"
      "a.svg\",\"alternative_text\":\"a\"}]}]}]}";
  static const char picture[] = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 3'><path d='M0 0h4v3z'/></svg>";
  krut_request* request = krut_request_new();
  krut_request_set_data(request, data, sizeof data - 1);
  krut_request_set_picture(request, "photos/a.svg", picture, sizeof picture - 1);
  return request;
}

/* An engine draws with the program that it was given, not with another. */
static int misses_its_program(const char* const* fonts, const char* const* layouts) {
  krut_engine* engine = krut_engine_new_with_picture_program(fonts, layouts, "/nowhere/krut-picture");
  krut_request* request = request_for_picture();
  krut_outcome* outcome = krut_render(engine, request);
  const int is_so = krut_outcome_status(outcome) == 69;
  krut_outcome_free(outcome);
  krut_request_free(request);
  krut_engine_free(engine);
  return is_so;
}

/* A picture given as bytes stands in the papers; one that is not given has no file to come from. */
static int takes_pictures(const krut_engine* engine) {
  krut_request* request = request_for_picture();
  krut_request_set_image_dpi(request, 150);
  krut_outcome* outcome = krut_render(engine, request);
  const int is_drawn = krut_outcome_status(outcome) == 0;
  krut_outcome_free(outcome);
  krut_request_clear_pictures(request);
  outcome = krut_render(engine, request);
  const int is_missed = krut_outcome_status(outcome) == 66;
  krut_outcome_free(outcome);
  krut_request_set_image_dpi(request, -1);
  outcome = krut_render(engine, request);
  const int is_refused = krut_outcome_status(outcome) == 75;
  krut_outcome_free(outcome);
  krut_request_free(request);
  return is_drawn && is_missed && is_refused;
}

int main(int count, char** words) {
  if (count != 4) return 2;
  const char* fonts[] = {words[2], NULL};
  const char* layouts[] = {words[3], NULL};
  size_t data_size = 0;
  char* data = read_file(words[1], &data_size);
  krut_request* request = krut_request_new();
  if (!krut_request_set_data(request, data, data_size) || !krut_request_set_data_name(request, words[1])) return 1;

  krut_engine* engine = krut_engine_new(fonts, layouts);
  krut_outcome* outcome = krut_render(engine, request);
  size_t pdf_size = 0;
  size_t docx_size = 0;
  const char* pdf = krut_outcome_pdf(outcome, &pdf_size);
  krut_outcome_docx(outcome, &docx_size);
  for (size_t i = 0; i < krut_outcome_diagnostic_count(outcome); ++i) {
    fputs(krut_outcome_diagnostic_text(outcome, i, "en"), stderr);
  }
  const int status = krut_outcome_status(outcome);
  printf("krut %s: status %d, %zu pages, PDF %zu bytes, DOCX %zu bytes\n", krut_version(), status,
         krut_outcome_page_count(outcome), pdf_size, docx_size);
  const char* hands = krut_outcome_signatures(outcome, NULL);
  const int is_good = status == 0 && hands != NULL && hands[0] == '{' && pdf != NULL && pdf[0] == '%' && docx_size > 0;

  /* Both papers give the data back. */
  size_t docx_bytes = 0;
  const char* docx = krut_outcome_docx(outcome, &docx_bytes);
  int gives_back = 1;
  for (int i = 0; i < 2; ++i) {
    krut_source* source = i == 0 ? krut_read_back(pdf, pdf_size, "a.pdf") : krut_read_back(docx, docx_bytes, "a.docx");
    size_t size = 0;
    const char* back = krut_source_data(source, &size);
    gives_back = gives_back && krut_source_status(source) == 0 && size == data_size && memcmp(back, data, size) == 0 &&
                 strlen(krut_source_layout(source)) > 0;
    krut_source_free(source);
  }
  krut_source* nothing = krut_read_back("?", 1, NULL);
  gives_back = gives_back && krut_source_status(nothing) == 64 && krut_source_diagnostic_count(nothing) == 1 &&
               krut_source_data(nothing, NULL) == NULL && krut_source_diagnostic_text(nothing, 0, "th") != NULL;
  krut_source_free(nothing);

  /* Bad data gives a status and a diagnostic, no files. */
  krut_request_set_data(request, "{", 1);
  krut_outcome* refused = krut_render(engine, request);
  const int is_refused = krut_outcome_status(refused) == 64 && krut_outcome_diagnostic_count(refused) == 1 &&
                         krut_outcome_pdf(refused, NULL) == NULL;
  krut_outcome_free(refused);
  const int is_bounded = keeps_bounds(engine, request, data, data_size);
  const int has_pictures = takes_pictures(engine) && misses_its_program(fonts, layouts);
  krut_outcome_free(outcome);
  krut_engine_free(engine);
  krut_request_free(request);
  free(data);
  return is_good && is_refused && gives_back && is_bounded && has_pictures ? 0 : 1;
}
