// The JSON library's lexer turns every number into a double, which nobody reads (core/json.h keeps
// numbers as written), and formats bytes for messages that nobody prints. The C library's own
// strtod and snprintf would be a tenth of the module for that; these take their place at the link.
// tests/wasm holds the module's answers against the native ones, byte for byte.

#include <cstddef>

namespace {

// Where the number ends. The lexer passes nothing but numbers, so they end where the text does.
void set_end(const char* text, char** end) {
  while (*text != '\0') ++text;
  if (end != nullptr) *end = const_cast<char*>(text);
}

}  // namespace

extern "C" {

float strtof(const char* text, char** end);
double strtod(const char* text, char** end);
long double strtold(const char* text, char** end);
int snprintf(char* text, std::size_t size, const char* format, ...);

// All three: the C library has them in one object, which comes whole or not at all.
float strtof(const char* text, char** end) {
  set_end(text, end);
  return 0;
}

double strtod(const char* text, char** end) {
  set_end(text, end);
  return 0;
}

long double strtold(const char* text, char** end) {
  set_end(text, end);
  return 0;
}

int snprintf(char* text, std::size_t size, const char*, ...) {
  if (size > 0) *text = '\0';
  return 0;
}

}  // extern "C"
