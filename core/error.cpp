#include "core/error.h"

#include <array>

#include "core/json_writer.h"
#include "core/list.h"

namespace benefits {

std::string_view word(ErrorCode code) {
  constexpr std::array<std::string_view, 20> words{
      "invalid_json",     "invalid_utf8",      "duplicate_key",     "too_large",
      "too_deep",         "wrong_type",        "unknown_member",    "missing_member",
      "invalid_date",     "out_of_range",      "too_many_decimals", "unknown_option",
      "misplaced_member", "contradiction",     "unknown_figure",    "unknown_benefit",
      "duplicate_entry",  "overlapping_dates", "gap_in_dates",      "not_in_order"};
  static_assert(ends_with(words, ErrorCode::not_in_order));
  return words[static_cast<std::size_t>(code)];
}

std::string write_errors(const Errors& errors, bool pretty) {
  json::Writer out(pretty);
  out.object([&] {
    out.key("errors").array(errors, [&](const Error& error) {
      out.object([&] {
        out.key("pointer").string(error.pointer);
        out.key("code").string(word(error.code));
        out.key("args").object([&] {
          for (const ErrorArg& arg : error.args) {
            out.key(arg.name);
            if (arg.text) {
              out.string(*arg.text);
            } else {
              out.number(arg.number);
            }
          }
        });
      });
    });
  });
  return out.take();
}

}  // namespace benefits
