// Embind's own bind.cpp makes every type known that some binding might use: all integers, floats,
// wide strings, views of memory; and it names types by printf. That was 2.7 kB of the compressed
// module and 0.7 kB of its glue, and here nothing crosses but what bindings.cpp takes and gives.
// This stands in its place at the link. Of a type that is missing here Embind says at the start
// that it is unbound, so that no test of the module would pass.

#include <emscripten/bind.h>
#include <emscripten/em_macros.h>
#include <emscripten/val.h>
#include <emscripten/wire.h>

#include <string>
#include <typeinfo>

namespace {

/// Where Embind's JavaScript has Uint8Array among the kinds of arrays.
constexpr unsigned int uint8_array = 1;

}  // namespace

extern "C" {

/// The name of a type for Embind's error about an unbound one, which frees it: none.
EMSCRIPTEN_KEEPALIVE const char* __getTypeName(const std::type_info*) { return nullptr; }

EMSCRIPTEN_KEEPALIVE __attribute__((constructor)) void
__embind_register_native_and_builtin_types() {
  using namespace emscripten::internal;
  using Bytes = emscripten::memory_view<char>;
  _embind_register_void(TypeID<void>::get(), "void");
  _embind_register_bool(TypeID<bool>::get(), "bool", sizeof(bool), true, false);
  _embind_register_std_string(TypeID<std::string>::get(), "std::string");
  _embind_register_emval(TypeID<emscripten::val>::get(), "val");
  _embind_register_memory_view(TypeID<Bytes>::get(), uint8_array, "bytes");
}

}  // extern "C"
