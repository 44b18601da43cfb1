package life.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ObservationsTest {
  private static final String PATH = "GET /v1/lives/ada/observations";
  private static final String STREAM = PATH + "/stream";
  private static final String ALL = PATH + "?limit=1000&after=0";

  private final ScriptedServer server = new ScriptedServer();
  private final Shell shell = new Shell(server);

  @AfterEach
  void closes() {
    server.close();
  }

  @Test
  void eachIsToldWithItsBeginItsLengthAndTheFactsThatShowIt() {
    server.on(
        ALL, Noticed.page(30, 30, "null", Noticed.flood(2, 5, true), Noticed.flood(1, 4, false)));
    var result = shell.type("observations ada");
    assertThat(result.exit()).isZero();
    assertThat(result.lines())
        .containsExactly(
            "   1 warning  from 10m 0s for 1h 0m 0s",
            "     flood: shock came 12 times within 40 minutes, where 0.1 times are usual for this being in such",
            "     a time (#12, #15)",
            "   2 warning  from 10m 0s, goes on, seen for 1h 0m 0s",
            "     flood: shock came 12 times within 40 minutes, where 0.1 times are usual for this being in such",
            "     a time (#12, #15)");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void aNarrowTerminalIsNeverTooNarrow() {
    server.on(ALL, Noticed.page(30, 30, "null", Noticed.flood(1, 4, false)));
    assertThat(shell.with("COLUMNS", "40").type("observations ada").lines())
        .allMatch(line -> line.length() <= 40);
  }

  @Test
  void allPagesAreTold() {
    server
        .on(ALL, Noticed.page(30, 30, "4", Noticed.flood(1, 4, false)))
        .on(PATH + "?limit=1000&after=4", Noticed.page(30, 30, "null", Noticed.flood(2, 5, true)));
    assertThat(shell.type("observations ada --json").lines())
        .containsExactly(Noticed.flood(1, 4, false), Noticed.flood(2, 5, true));
  }

  @Test
  void theServerIsAskedForWhatIsWanted() {
    server.on(
        ALL + "&kind=flood%2Csilence&severity=warning&open=true&at=age%3A2d",
        Noticed.page(30, 90, "null"));
    var result =
        shell.type(
            "observations ada --kind flood --kind silence --severity warning --open --at age:2d");
    assertThat(result.exit()).isZero();
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .contains("nothing of that was noticed in ada")
        .contains("the monitor has come to fact 30 of 90");
  }

  @Test
  void aMisspeltKindIsCorrected() {
    server.refuse(
        ALL + "&kind=flod",
        422,
        "unknown-sign",
        "nothing of the kind 'flod' is noticed",
        ",\"known\":[\"flood\",\"silence\"]");
    var result = shell.type("observations ada --kind flod");
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("did you mean \"flood\"?");
  }

  @Test
  void aMonitorThatIsOffIsNotWaitedFor() {
    server.refuse(ALL, 503, "monitor-off", "The monitor is off", "");
    var result = shell.type("observations ada");
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err()).contains("The monitor is off", "--monitor on");
    assertThat(shell.waits).isEmpty();
  }

  @Test
  void whoFollowsIsToldMoreAlsoAfterACutAndUntilTheEnd() {
    server
        .on(ALL, Noticed.page(30, 30, 4, "null", Noticed.flood(1, 4, true)))
        .on(STREAM, "retry: 1000\n\n" + Noticed.event(5, Noticed.flood(2, 5, true)))
        .on(STREAM, ": \n\n" + Noticed.event(6, Noticed.flood(2, 6, false)))
        .nothing(STREAM);
    var result = shell.type("observations ada --follow");
    assertThat(result.exit()).isZero();
    assertThat(result.lines().stream().filter(line -> line.contains("warning")))
        .containsExactly(
            "   1 warning  from 10m 0s, goes on, seen for 1h 0m 0s",
            "   2 warning  from 10m 0s, goes on, seen for 1h 0m 0s",
            "   2 warning  from 10m 0s for 1h 0m 0s");
    assertThat(server.asked().stream().map(ScriptedServer.Asked::lastEvent).toList())
        .containsExactly("", "4", "5", "6");
  }

  @Test
  void whoFollowsOnlyWhatIsOpenIsToldNothingOldAndTheEndOfWhatWasTold() {
    server
        .on(ALL + "&open=true", Noticed.page(30, 30, 9, "null", Noticed.flood(1, 4, true)))
        .on(
            STREAM,
            Noticed.event(10, Noticed.flood(3, 10, false))
                + Noticed.event(11, Noticed.flood(1, 11, false))
                + Noticed.event(12, Noticed.flood(4, 12, true)))
        .on(STREAM, Noticed.event(13, Noticed.flood(4, 13, false)))
        .nothing(STREAM);
    assertThat(shell.type("observations ada --follow --open --json").lines())
        .containsExactly(
            Noticed.flood(1, 4, true),
            Noticed.flood(1, 11, false),
            Noticed.flood(4, 12, true),
            Noticed.flood(4, 13, false));
    assertThat(server.asked().get(1).lastEvent()).isEqualTo("9");
  }

  @Test
  void whatTheListHoldsAlreadyIsNotToldAgain() {
    server
        .on(ALL, Noticed.page(30, 30, 3, "null", Noticed.flood(1, 4, true)))
        .on(
            STREAM,
            Noticed.event(4, Noticed.flood(1, 4, true))
                + Noticed.event(5, Noticed.flood(1, 5, false)))
        .nothing(STREAM);
    assertThat(shell.type("observations ada --follow --json").lines())
        .containsExactly(Noticed.flood(1, 4, true), Noticed.flood(1, 5, false));
  }

  @Test
  void whenTheVersionsAreCountedAnewAllAreTold() {
    server
        .on(ALL, Noticed.page(30, 30, 4, "null", Noticed.flood(1, 4, true)))
        .on(STREAM, Noticed.event(5, Noticed.flood(1, 5, true)))
        .on(STREAM, Noticed.event(1, Noticed.flood(1, 1, true)))
        .nothing(STREAM);
    assertThat(shell.type("observations ada --follow --json").lines())
        .containsExactly(
            Noticed.flood(1, 4, true), Noticed.flood(1, 5, true), Noticed.flood(1, 1, true));
  }

  @Test
  void aLifeThatIsNotWatchedAnyMoreIsNotWaitedFor() {
    server.on(
        ALL,
        "{\"life\":\"ada\",\"seq\":30,\"head\":90,\"watched\":false,\"why\":\"the monitor failed at it\","
            + "\"version\":0,\"observations\":[],\"next\":null}");
    assertThat(shell.type("observations ada").err())
        .contains("ada is not watched beyond fact 30 of 90: the monitor failed at it")
        .doesNotContain("more may follow");
  }

  @Test
  void followingAndAPastMomentDontGoTogether() {
    assertThat(shell.type("observations ada --follow --at 7").exit()).isEqualTo(2);
  }
}
