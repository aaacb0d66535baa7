#include "core/cli/batch.h"

#include <algorithm>
#include <atomic>
#include <span>
#include <thread>
#include <utility>
#include <variant>

#include "core/evaluate.h"
#include "core/result_writer.h"
#include "core/situation_reader.h"

namespace benefits::cli {

namespace {

// Lines that one processor answers before it looks for more, and how many such shares are answered
// before they are written: enough to keep all processors busy, little to hold.
constexpr std::size_t share_size = 16;
constexpr std::size_t most_shares = 16;

struct Share {
  std::span<const std::string> lines;
  std::string answers = {};
  Answered answered = {};
};

// `next` are the lines that follow those of `all`.
void add(Answered& all, Answered next) {
  if (all.first_bad == 0 && next.bad > 0) {
    all.first_bad = all.lines + next.first_bad;
    all.bad_line = std::move(next.bad_line);
  }
  all.lines += next.lines;
  all.bad += next.bad;
}

// Splits what is at hand, at most `most_shares`; `lines` keeps what is left.
void cut(std::span<const std::string>& lines, std::vector<Share>& shares) {
  shares.resize(std::min(most_shares, (lines.size() + share_size - 1) / share_size));
  for (Share& share : shares) {
    share.lines = lines.first(std::min(share_size, lines.size()));
    lines = lines.subspan(share.lines.size());
  }
}

template <class Answer>
void on_all_processors(std::vector<Share>& shares, Answer answer) {
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t i = next++; i < shares.size(); i = next++) answer(shares[i]);
  };
  const std::size_t processors = std::max(1U, std::thread::hardware_concurrency());
  std::vector<std::jthread> helpers;
  for (std::size_t i = 1; i < std::min(processors, shares.size()); ++i) helpers.emplace_back(work);
  work();
}

// Appends the answer to one line; says whether the line was a situation.
bool answer_line(const Policy& policy, const std::string& line, bool alternatives,
                 const Scope& scope, std::string& answers) {
  const auto read = read_situation(line, policy);
  const auto* situation = std::get_if<Situation>(&read);
  answers += situation != nullptr ? write_result(evaluate(policy, *situation, alternatives, scope))
                                  : write_errors(std::get<Errors>(read));
  answers += '\n';
  return situation != nullptr;
}

}  // namespace

Answered batch(const Policy& policy, const NextLines& next, const WriteLines& write,
               bool alternatives, const Scope& scope) {
  const auto answer = [&](Share& share) {
    share.answers.clear();
    share.answered = {};
    for (const std::string& line : share.lines) {
      const bool good = answer_line(policy, line, alternatives, scope, share.answers);
      add(share.answered, good ? Answered{1} : Answered{1, 1, 1, line});
    }
  };
  Answered all;
  std::vector<Share> shares;
  for (auto lines = next(); !lines.empty(); lines = next()) {
    for (std::span<const std::string> left = lines; !left.empty();) {
      cut(left, shares);
      on_all_processors(shares, answer);
      for (Share& share : shares) {
        write(share.answers);
        add(all, std::move(share.answered));
      }
    }
  }
  return all;
}

}  // namespace benefits::cli
