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

int main(int count, char** words) {
  if (count != 4) return 2;
  const char* fonts[] = {words[2], NULL};
  const char* layouts[] = {words[3], NULL};
  krut_request request;
  krut_request_defaults(&request);
  char* data = read_file(words[1], &request.data_size);
  request.data = data;
  request.data_name = words[1];

  krut_engine* engine = krut_engine_new(fonts, layouts);
  krut_outcome* outcome = krut_render(engine, &request);
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
    gives_back = gives_back && krut_source_status(source) == 0 && size == request.data_size &&
                 memcmp(back, data, size) == 0 && strlen(krut_source_layout(source)) > 0;
    krut_source_free(source);
  }
  krut_source* nothing = krut_read_back("?", 1, NULL);
  gives_back = gives_back && krut_source_status(nothing) == 64 && krut_source_diagnostic_count(nothing) == 1 &&
               krut_source_data(nothing, NULL) == NULL && krut_source_diagnostic_text(nothing, 0, "th") != NULL;
  krut_source_free(nothing);

  /* Bad data gives a status and a diagnostic, no files. */
  request.data = "{";
  request.data_size = 1;
  krut_outcome* refused = krut_render(engine, &request);
  const int is_refused = krut_outcome_status(refused) == 64 && krut_outcome_diagnostic_count(refused) == 1 &&
                         krut_outcome_pdf(refused, NULL) == NULL;
  krut_outcome_free(refused);
  krut_outcome_free(outcome);
  krut_engine_free(engine);
  free(data);
  return is_good && is_refused && gives_back ? 0 : 1;
}
