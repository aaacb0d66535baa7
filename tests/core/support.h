#pragma once
// What the tests share: files of the tree, documents with changes, partial comparison, test names.

#include <filesystem>
#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/calculator.h"

namespace benefits::test {

/// Members keep the order in which they were written: errors are given in that order.
using Json = nlohmann::ordered_json;

/// A file or folder of the source tree, named from its root.
std::filesystem::path in_tree(std::string_view path);
/// Files of a folder (not of those below) with that extension, by name.
std::vector<std::filesystem::path> files_in(std::string_view folder, std::string_view extension);
std::string read_text(const std::filesystem::path& file);
/// Throws where the file is no JSON, naming the file.
Json read_json(const std::filesystem::path& file);

/// `document` with the pointers of `change["where"]` set (parents are made, the index one past an
/// array's end appends) and those of `change["untold"]` taken out.
Json changed(Json document, const Json& change);
/// One pointer set.
Json with(Json document, const std::string& pointer, const Json& value);
/// One pointer taken out; what is not there is no matter.
Json without(Json document, const std::string& pointer);

/// Under the policy compiled in.
const Calculator& calculator();
Json answer(const Json& situation, bool alternatives = true);
Json answer(const Calculator& calculator, const Json& situation, bool alternatives = true);

/// The benefit of that id and subject, or nullptr; without a subject the first one of that id.
const Json* find_benefit(const Json& result, std::string_view id,
                         std::optional<std::string_view> subject = {});

/// What another result says of a benefit: status, value, missing and bounds; `not_entitled` where
/// it is not listed there.
Json outcome(const Json& benefit, const Json& result);

/// Where `got` is not what was expected, or nothing. Of objects the members named are compared, all
/// else exactly; "absent" lists members (at the top of a whole result: pointers) that must not be.
std::optional<std::string> mismatch(const Json& expected, const Json& got,
                                    const std::string& place = "");
/// The same for a list of errors: their number and order exactly, each by the members named.
std::optional<std::string> mismatch_of_errors(const Json& expected, const Json& got);

/// A sentence as the name of a test: letters and digits, "_" between words.
std::string identifier(std::string_view sentence);
/// Adds a test to the run; `check` reports failures as any test does.
void add_test(const std::string& suite, const std::string& sentence, const std::string& file,
              std::function<void()> check);

/// The day as YYYY-MM-DD, and back. @pre a date
Date date(std::string_view text);
std::string text(Date date);

}  // namespace benefits::test
