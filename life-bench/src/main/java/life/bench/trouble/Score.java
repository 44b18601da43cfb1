package life.bench.trouble;

import java.util.Arrays;
import java.util.List;

/**
 * What a watcher made of many lives.
 *
 * @param troubled lives in which something was wrong
 * @param clean lives in which nothing was
 */
record Score(List<Verdict> troubled, List<Verdict> clean) {
  private static final double DAYS = 10;

  /** Share of the troubles that were found. */
  double recall() {
    return (double) found() / troubled.size();
  }

  /** Share of true ones among the episodes that are true or false. */
  double precision() {
    long falses = falses(troubled) + falses(clean);
    return found() + falses == 0 ? 1 : (double) found() / (found() + falses);
  }

  /** False episodes in ten days of a clean life. */
  double falsesPerTenDays() {
    return falses(clean) / days(clean) * DAYS;
  }

  /** The median of the ticks from begin to notice of what was found; NaN if nothing was. */
  double medianDelay() {
    var delays =
        troubled.stream()
            .flatMap(verdict -> verdict.delay().stream())
            .mapToDouble(Long::doubleValue)
            .toArray();
    Arrays.sort(delays);
    int middle = delays.length / 2;
    return delays.length == 0
        ? Double.NaN
        : delays.length % 2 == 1 ? delays[middle] : (delays[middle - 1] + delays[middle]) / 2;
  }

  /** Episodes in time for each trouble that was found. */
  double episodesPerFound() {
    return troubled.stream().mapToInt(verdict -> verdict.inTime().size()).sum() / (double) found();
  }

  /** Share of those found that have a sign that says what is wrong. */
  double rightlyNamed() {
    return troubled.stream().filter(Verdict::isRightlyNamed).count() / (double) found();
  }

  /** What recall would be if the false episodes of clean lives were all that was ever noticed. */
  double recallByChance() {
    double perDay = falsesPerTenDays() / DAYS;
    return troubled.stream()
        .flatMap(verdict -> verdict.label().stream())
        .mapToDouble(label -> label.end() + Label.GRACE_TICKS - label.begin())
        .map(ticks -> 1 - Math.exp(-perDay * ticks / Ticks.DAY))
        .average()
        .orElse(0);
  }

  long found() {
    return troubled.stream().filter(Verdict::isFound).count();
  }

  int late() {
    return troubled.stream().mapToInt(Verdict::late).sum();
  }

  long falsesInTroubled() {
    return falses(troubled);
  }

  long falsesInClean() {
    return falses(clean);
  }

  double cleanDays() {
    return days(clean);
  }

  private static long falses(List<Verdict> verdicts) {
    return verdicts.stream().mapToLong(verdict -> verdict.falses().size()).sum();
  }

  private static double days(List<Verdict> verdicts) {
    return verdicts.stream().mapToDouble(Verdict::days).sum();
  }
}
