package life.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import life.actor.Directory;
import life.being.StateHash;
import life.http.Fitting.Answered;
import life.http.Nonsense.Case;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is sent, it is refused in the same clear way, and nothing has happened. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class ItWithstandsNonsenseTest {
  private static final long SEED = 20_261_122;
  private static final int LEAST_REQUESTS = 5_000;
  private static final int MOST_SHOWN = 400;
  private static final int MANY_STREAMS = 10_000;

  /** Of the insides of the program nothing is said. */
  private static final Pattern INSIDES =
      Pattern.compile(
          "Exception|Throwable|\\b(life|java|org|scala|com)\\.[a-z]+\\.|\\bat [a-z.]+\\(");

  private OpenHouse house;

  @BeforeAll
  void open(@TempDir Path data) {
    house =
        new OpenHouse(
            data,
            new StreamEndpoints.Limits(
                MANY_STREAMS, Duration.ofSeconds(15), Duration.ofSeconds(30)));
    house.post("/v1/admin/lives", "{\"name\":\"ada\",\"seed\":7,\"mortality\":false}");
    house.post("/v1/lives/ada/stimuli", "{\"kind\":\"shock\",\"intensity\":0.9}");
    house.post("/v1/lives/ada/verifications", "{}");
  }

  @AfterAll
  void close() {
    house.close();
  }

  /** How all lives are. */
  private Map<String, String> lives() {
    var lives = new TreeMap<String, String>();
    for (Directory.Entry entry : house.service().directory().all()) {
      lives.put(
          entry.id().slug(),
          entry.state().seq()
              + " "
              + house.service().biography().lastSeq(entry.id())
              + " "
              + StateHash.of(entry.state()).hex());
    }
    return lives;
  }

  @Test
  void whateverIsSentIsRefusedClearlyOrIsRight() {
    var wrong = new ArrayList<String>();
    var statuses = new TreeMap<Integer, Integer>();
    int sent = 0;
    var before = lives();
    try (var client = new Plain(house.address())) {
      for (var nonsense : nonsense()) {
        Answered answered;
        try {
          answered = client.send(nonsense.request().bytes());
        } catch (UncheckedIOException e) {
          wrong.add(shown(nonsense) + ": " + e.getCause());
          continue;
        }
        sent++;
        statuses.merge(answered.status(), 1, Integer::sum);
        judge(nonsense, answered, wrong);
        var after = answered.status() < 400 && !isLook(nonsense) ? settled() : lives();
        if (answered.status() >= 400 && !after.equals(before)) {
          wrong.add(shown(nonsense) + ": " + answered.status() + ", but something has happened");
        }
        before = after;
      }
    }
    System.out.println("seed " + SEED + ": " + sent + " requests, answered with " + statuses);
    assertThat(wrong.stream().limit(MOST_SHOWN))
        .as("%s of %s requests of seed %s", wrong.size(), sent, SEED)
        .isEmpty();
    assertThat(sent).isGreaterThanOrEqualTo(LEAST_REQUESTS);
  }

  private static boolean isLook(Case nonsense) {
    return nonsense.request().method().equals("GET");
  }

  /** How all lives are, once nothing happens any more. */
  private Map<String, String> settled() {
    var last = new ArrayList<Map<String, String>>();
    await()
        .pollInterval(Duration.ofMillis(20))
        .until(() -> {
          last.add(lives());
          return last.size() > 2 && last.getLast().equals(last.get(last.size() - 3));
        });
    return last.getLast();
  }

  private List<Case> nonsense() {
    return Described.operations().stream()
        .filter(operation -> !operation.isOfSecondListener())
        .filter(operation -> !operation.path().equals("/v1/admin/shutdown"))
        .flatMap(operation -> Nonsense.about(operation, Try.usual(operation, house), SEED).stream())
        .toList();
  }

  private static void judge(Case nonsense, Answered answered, List<String> wrong) {
    var what = shown(nonsense) + ": " + answered.status() + " " + Body.shortened(answered.body());
    if (answered.status() >= 500 && answered.status() != 501) {
      wrong.add(what);
    }
    if (answered.status() < 400 && nonsense.mustBeRefused()) {
      wrong.add(what + ": it had to be refused");
    }
    if (answered.status() >= 400) {
      Fitting.ofProblem(answered).forEach(misfit -> wrong.add(what + ": " + misfit));
      if (INSIDES.matcher(answered.body()).find()) {
        wrong.add(what + ": it tells of its insides");
      }
    }
    if (leadsToThePage(nonsense)) {
      return;
    }
    Fitting.misfits(nonsense.request().asked(), answered).stream()
        .limit(1)
        .forEach(misfit -> wrong.add(what + ": " + misfit));
  }

  /** Dots at the end of a path lead one part up (RFC 3986, 5.2.4), which is another operation. */
  private static boolean leadsToThePage(Case nonsense) {
    return isLook(nonsense) && nonsense.request().target().matches("/[^/?]+/\\.\\.");
  }

  private static String shown(Case nonsense) {
    return nonsense.request().method()
        + " "
        + Nonsense.shown(nonsense.request().target())
        + " ("
        + Nonsense.shown(nonsense.what())
        + ")";
  }
}
