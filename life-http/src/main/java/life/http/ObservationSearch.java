package life.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import life.http.problem.Problem;
import life.observe.Observation;
import life.observe.Severity;
import life.observe.SignKind;

/**
 * Which observations somebody looks for.
 *
 * @param kinds signs of which it shows at least one
 * @param least it is as severe as that, or more
 * @param open whether it goes on; both, if that is not said
 * @param from the first tick of a window of time that it touches
 * @param to the last tick of that window
 */
record ObservationSearch(
    Set<SignKind> kinds, Severity least, Optional<Boolean> open, long from, long to) {

  /** What a request asks for. */
  static ObservationSearch of(Call call) {
    return new ObservationSearch(
        call.text("kind").map(ObservationSearch::kinds).orElse(EnumSet.allOf(SignKind.class)),
        call.text("severity").map(ObservationSearch::severity).orElse(Severity.NOTICE),
        call.text("open").map(ObservationSearch::truth),
        0,
        Long.MAX_VALUE);
  }

  /** The same, but only what touches a window of time; both of its ends belong to it. */
  ObservationSearch within(long firstTick, long lastTick) {
    return new ObservationSearch(kinds, least, open, firstTick, lastTick);
  }

  boolean finds(Observation one) {
    return one.signs().stream().anyMatch(sign -> kinds.contains(sign.kind()))
        && one.severity().compareTo(least) >= 0
        && open.map(wanted -> wanted == one.isOpen()).orElse(true)
        && one.begin().tick() <= to
        && (one.end() == null || one.end().tick() >= from);
  }

  /** The same question as a part of a query. */
  String query(Call call) {
    var query = new StringBuilder();
    for (var name : List.of("kind", "severity", "open", "at", "from", "to")) {
      call.text(name)
          .ifPresent(text ->
              query
                  .append('&')
                  .append(name)
                  .append('=')
                  .append(URLEncoder.encode(text, StandardCharsets.UTF_8)));
    }
    return query.toString();
  }

  private static Set<SignKind> kinds(String list) {
    var kinds = EnumSet.noneOf(SignKind.class);
    for (var word : list.split(",", -1)) {
      kinds.add(
          SignKind.named(word)
              .orElseThrow(() ->
                  Problem.unknownSign(
                          word, Stream.of(SignKind.values()).map(SignKind::word).toList())
                      .asException()));
    }
    return kinds;
  }

  private static Severity severity(String word) {
    return Stream.of(Severity.values())
        .filter(severity -> severity.word().equals(word))
        .findFirst()
        .orElseThrow(() ->
            Problem.badInput("a severity is notice, warning or alarm, not '" + word + "'")
                .asException());
  }

  private static boolean truth(String word) {
    if (word.equals("true") || word.equals("false")) {
      return word.equals("true");
    }
    throw Problem.badInput("'open' is true or false, not '" + word + "'").asException();
  }
}
