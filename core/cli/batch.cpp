#include "core/cli/batch.h"

#include <algorithm>
#include <atomic>
#include <string_view>
#include <thread>

namespace benefits::cli {

namespace {

// What is answered before it is written: enough to keep all processors busy, little to hold.
constexpr std::size_t lines_at_once = 256;

void answer(const Calculator& calculator, bool alternatives, const std::string& only,
            std::vector<std::string>& lines, std::size_t begin, std::size_t end) {
  std::atomic<std::size_t> next{begin};
  const auto work = [&] {
    for (std::size_t i = next++; i < end; i = next++) {
      lines[i] = calculator.evaluate(lines[i], alternatives, only);
    }
  };
  const std::size_t processors = std::max(1U, std::thread::hardware_concurrency());
  std::vector<std::jthread> helpers;
  for (std::size_t i = 1; i < std::min(processors, end - begin); ++i) helpers.emplace_back(work);
  work();
}

}  // namespace

bool batch(const Calculator& calculator, const NextLines& next, const Answers& answers,
           bool alternatives, const std::string& only) {
  constexpr std::string_view errors = R"({"errors":)";
  bool all_sound = true;
  for (auto lines = next(); !lines.empty(); lines = next()) {
    for (std::size_t begin = 0; begin < lines.size(); begin += lines_at_once) {
      const std::size_t end = std::min(begin + lines_at_once, lines.size());
      answer(calculator, alternatives, only, lines, begin, end);
      for (std::size_t i = begin; i < end; ++i) {
        all_sound = all_sound && !lines[i].starts_with(errors);
        answers.write(lines[i]);
        lines[i] = {};
      }
    }
    answers.flush();
  }
  return all_sound;
}

}  // namespace benefits::cli
