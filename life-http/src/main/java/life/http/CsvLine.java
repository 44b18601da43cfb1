package life.http;

import java.util.List;
import java.util.stream.Collectors;
import life.being.Fact;
import life.being.SelfState.Alive;
import life.journal.Biography.Told;
import life.observe.Words;

/** A fact and the state right after it as a line of a table (RFC 4180). */
final class CsvLine {
  static final String HEAD =
      "seq,tick,age_seconds,at,type,phase,energy,stability,integrity,drive,arousal,felt_seconds,asleep,stimulus,intensity,words";

  private CsvLine() {}

  static String of(Told told) {
    var being = (Alive) Views.living(told.after());
    var condition = being.condition();
    return List.<Object>of(
            told.seq(),
            being.tick(),
            being.ageSeconds(),
            told.at(),
            told.fact().type(),
            told.after().phase(),
            condition.vitals().energy(),
            condition.vitals().stability(),
            condition.vitals().integrity(),
            being.drive(),
            condition.arousal(),
            condition.felt(),
            being.sleep().asleep(),
            kind(told.fact()),
            intensity(told.fact()),
            Words.of(told.fact(), told.after()))
        .stream()
        .map(value -> quoted(value.toString()))
        .collect(Collectors.joining(","));
  }

  private static Object kind(Fact fact) {
    return fact instanceof Fact.Reached reached
        ? reached.stimulus().kind()
        : fact instanceof Fact.Met met ? met.stimulus().kind() : "";
  }

  private static Object intensity(Fact fact) {
    return fact instanceof Fact.Reached reached
        ? reached.stimulus().intensity()
        : fact instanceof Fact.Met met ? met.stimulus().intensity() : "";
  }

  private static String quoted(String text) {
    return text.matches("[^\",\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
