#include "core/path.h"

#include <algorithm>

namespace benefits {

Interval Path::Choice::taken() const {
  switch (kind) {
    case Kind::split:
      return branch == 0 ? Interval{within.low, last_of_lower}
                         : Interval{last_of_lower + 1, within.high};
    case Kind::each:
      return {within.low + branch, within.low + branch};
    case Kind::extremes:
      break;
  }
  return branch == 0 ? Interval{within.low, within.low} : Interval{within.high, within.high};
}

std::optional<Interval> Path::supposed(InputId input) const {
  for (std::size_t i = next_; i-- > 0;) {
    if (choices_[i].input == input) return choices_[i].taken();
  }
  return std::nullopt;
}

Interval Path::split(InputId input, Interval within, std::int64_t last_of_lower) {
  return choose({Choice::Kind::split, input, within, last_of_lower, 0, 2});
}

Interval Path::each(InputId input, Interval within) {
  return choose({Choice::Kind::each, input, within, 0, 0, within.high - within.low + 1});
}

Interval Path::extremes(InputId input, Interval within) {
  return choose({Choice::Kind::extremes, input, within, 0, 0, 2});
}

Interval Path::choose(const Choice& choice) {
  if (next_ == choices_.size()) choices_.push_back(choice);
  return choices_[next_++].taken();
}

bool Path::next_way() {
  while (!choices_.empty() && choices_.back().branch + 1 == choices_.back().branches) {
    choices_.pop_back();
  }
  next_ = 0;
  if (choices_.empty()) return false;
  ++choices_.back().branch;
  return true;
}

std::vector<Path::Answer> Path::answers() const {
  std::vector<Answer> answers;
  for (const Choice& choice : choices_) {
    const auto at = std::find_if(answers.begin(), answers.end(), [&](const Answer& answer) {
      return answer.input >= choice.input;
    });
    if (at != answers.end() && at->input == choice.input) {
      at->within = choice.taken();  // narrowed further on
    } else {
      answers.insert(at, {choice.input, choice.taken()});
    }
  }
  return answers;
}

}  // namespace benefits
