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
    var end = TimeAxis.words(series.to() * series.tickSeconds());
    if (series.from() > 0) {
      return "from " + TimeAxis.words(series.from() * series.tickSeconds()) + " to " + end;
    }
    return (isWhole() ? "lived " : "its first ") + end;
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
