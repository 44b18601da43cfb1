package life.cli;

/** Who lived, how long, and how it ended. */
record Heading(Series series) {
  private static final int LONGEST_NAME = 63;

  String name() {
    var name = series.life();
    return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
  }

  String life() {
    return span() + " (" + ticks() + "), " + standing();
  }

  private String span() {
    double end = series.to() * series.tickSeconds();
    if (series.from() > 0) {
      double start = series.from() * series.tickSeconds();
      return "from " + TimeAxis.exactly(start) + " to " + TimeAxis.exactly(end);
    }
    return isWhole()
        ? "lived " + TimeAxis.words(series.ageSeconds())
        : "its first " + TimeAxis.exactly(end);
  }

  private boolean isWhole() {
    return series.from() == 0 && series.to() * series.tickSeconds() >= series.ageSeconds();
  }

  private String ticks() {
    return "ticks %d to %d, %s s each"
        .formatted(series.from(), series.to(), Panel.number(series.tickSeconds()));
  }

  String standing() {
    var cause = series.cause();
    return switch (series.phase()) {
      case "DEAD" -> (cause == null ? "dead" : "died of " + cause) + later();
      case "DEGRADING" -> "alive, but degrading";
      case "ALIVE" -> "alive";
      default -> series.phase();
    };
  }

  private String later() {
    return isWhole() ? "" : " at " + TimeAxis.words(series.ageSeconds());
  }
}
