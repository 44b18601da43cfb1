package life.observe;

import org.jspecify.annotations.Nullable;

/**
 * What is being told.
 *
 * @param chapter that is told
 * @param before the one before it, if it is known: what is as it was there is left out where it can
 * @param stretch what it is called: {@code hour}, {@code day}, {@code week}
 */
record Telling(Chapter chapter, @Nullable Chapter before, String stretch) {
  double tickSeconds() {
    return chapter.start().origin().laws().tickSeconds();
  }

  /** Whether it is longer than a day. */
  boolean isLong() {
    return seconds(chapter) > 1.01 * Scope.DAY.seconds();
  }

  double seconds(Chapter of) {
    return (of.toTick() - of.fromTick()) * tickSeconds();
  }

  double days(Chapter of) {
    return Math.max(seconds(of) / Scope.DAY.seconds(), 1e-3);
  }

  double age(long tick) {
    return tick * tickSeconds();
  }

  String at(long tick) {
    var clock = "at " + Phrase.clock(age(tick));
    return isLong() ? "on day " + Scope.DAY.number(tick, tickSeconds()) + " " + clock : clock;
  }

  String name() {
    return Phrase.capital(chapter.start().origin().id().slug());
  }
}
