/* Renders a data file from C: DATA.json becomes STEM.pdf and STEM.docx.
 *
 *   cc -std=c11 render.c $(pkg-config --cflags --libs krut) -o render
 *   ./render DATA.json FONT_FOLDER LAYOUT_FOLDER STEM
 */
#include <krut/krut.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The bytes of a file, to be freed; NULL when it cannot be read. */
static char* read_file(const char* path, size_t* size) {
  FILE* file = fopen(path, "rb");
  char* bytes = NULL;
  if (file != NULL && fseek(file, 0, SEEK_END) == 0) {
    const long end = ftell(file);
    rewind(file);
    if (end >= 0) bytes = malloc((size_t)end + 1);
    if (bytes != NULL) {
      *size = fread(bytes, 1, (size_t)end, file);
      if (ferror(file)) {
        free(bytes);
        bytes = NULL;
      }
    }
  }
  if (file != NULL) fclose(file);
  return bytes;
}

/* Returns 0 when all bytes stand in the file. */
static int write_file(const char* stem, const char* suffix, const char* bytes, size_t size) {
  char path[4096];
  const int length = snprintf(path, sizeof path, "%s%s", stem, suffix);
  if (length < 0 || (size_t)length >= sizeof path) return -1;
  FILE* file = fopen(path, "wb");
  if (file == NULL) return -1;
  const size_t written = fwrite(bytes, 1, size, file);
  return fclose(file) == 0 && written == size ? 0 : -1;
}

/* Tells every fault and warning, then writes both papers; the exit code. */
static int finish(const krut_outcome* outcome, const char* stem) {
  for (size_t i = 0; i < krut_outcome_diagnostic_count(outcome); ++i) {
    fputs(krut_outcome_diagnostic_text(outcome, i, "en"), stderr);
  }
  const int status = krut_outcome_status(outcome);
  if (status != 0) return status;
  size_t pdf_size = 0;
  size_t docx_size = 0;
  const char* pdf = krut_outcome_pdf(outcome, &pdf_size);
  const char* docx = krut_outcome_docx(outcome, &docx_size);
  if (write_file(stem, ".pdf", pdf, pdf_size) != 0 || write_file(stem, ".docx", docx, docx_size) != 0) {
    perror(stem);
    return EXIT_FAILURE;
  }
  printf("%zu pages\n", krut_outcome_page_count(outcome));
  return EXIT_SUCCESS;
}

static int out_of_memory(void) {
  fputs("memory is short\n", stderr);
  return EXIT_FAILURE;
}

int main(int count, char** words) {
  if (count != 5) {
    fprintf(stderr, "usage: %s DATA.json FONT_FOLDER LAYOUT_FOLDER STEM\n", words[0]);
    return 2;
  }
  size_t size = 0;
  char* data = read_file(words[1], &size);
  if (data == NULL) {
    perror(words[1]);
    return EXIT_FAILURE;
  }
  /* No data folder: images that the data names are refused. A service that renders what others sent bounds it. */
  krut_request* request = krut_request_new();
  const int is_made = request != NULL && krut_request_set_data(request, data, size) != 0 &&
                      krut_request_set_data_name(request, words[1]) != 0;
  free(data);
  if (!is_made) return out_of_memory();
  krut_request_set_timeout(request, 60 * 1000);

  /* An engine loads fonts and layouts once: make one, and render with it as often as you like, from any thread. */
  const char* fonts[] = {words[2], NULL};
  const char* layouts[] = {words[3], NULL};
  krut_engine* engine = krut_engine_new(fonts, layouts);
  krut_outcome* outcome = engine == NULL ? NULL : krut_render(engine, request);
  const int status = outcome == NULL ? out_of_memory() : finish(outcome, words[4]);
  krut_outcome_free(outcome);
  krut_engine_free(engine);
  krut_request_free(request);
  return status;
}
