package life.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhatIfTest {
  private static final String BRANCH = "POST /v1/lives/ada/branches";

  private final ScriptedServer server = new ScriptedServer();
  private final Shell shell = new Shell(server);

  @AfterEach
  void closes() {
    server.close();
  }

  private static String result(String parted, String kept, String seeds) {
    var end =
        "{\"phase\":\"%s\",\"alive\":true,\"cause\":%s,\"tick\":456,\"age\":\"PT7M36S\",\"subjectiveAge\":\"PT7M\",\"energy\":%s,"
            + "\"stability\":0.97,\"integrity\":1.0,\"drive\":1.44,\"arousal\":0.1,\"asleep\":false,\"memories\":3,\"hash\":\"0123456789abcdef\"}";
    return "{\"parent\":\"ada\",\"at\":{\"seq\":120,\"tick\":100,\"age\":\"PT100S\"},\"until\":{\"tick\":456,\"age\":\"PT7M36S\"},\"foreseen\":true,"
        + "\"parted\":%s,\"ends\":{\"parent\":%s,\"branch\":%s},\"kept\":%s,\"seeds\":%s}"
            .formatted(
                parted,
                end.formatted("ALIVE", "null", "88.1"),
                end.formatted("DEAD", "\"starvation\"", "0.0"),
                kept,
                seeds);
  }

  private String sent() {
    return server.asked().getLast().body();
  }

  @Test
  void itTellsWhereTheyPartAndHowBothEnd() {
    server.on(
        BRANCH,
        Ada.done(result("{\"tick\":130,\"age\":\"PT130S\",\"seq\":125}", "\"eve\"", "null")));
    var result = shell.type("what-if ada --at 120 --drop 120 --drop 121 --keep eve");
    assertThat(result.exit()).isZero();
    assertThat(result.lines())
        .containsExactly(
            "ada from fact 120 on, 1m 40s old, until 7m 36s",
            "they part at tick 130, 2m 10s old, with fact 125",
            "the end of ada is foreseen: it has not come so far yet",
            "AT THE END           ada             WHAT IF",
            "phase              ALIVE  DEAD of starvation",
            "age               7m 36s              7m 36s",
            "felt as            7m 0s               7m 0s",
            "energy              88.1                 0.0",
            "stability           0.97                0.97",
            "integrity           1.00                1.00",
            "drive               1.44                1.44",
            "arousal             0.10                0.10",
            "sleep              awake               awake",
            "memories               3                   3",
            "state       0123456789ab        0123456789ab",
            "eve is kept and lives on");
    assertThat(result.err()).contains("life status eve", "life diff ada eve");
    assertThat(sent()).isEqualTo("{\"at\":\"120\",\"drop\":[120,121],\"keep\":\"eve\"}");
  }

  @Test
  void whatMadeNoDifferenceIsSaidToHaveMadeNone() {
    server.on(BRANCH, Ada.done(result("null", "null", "null")));
    assertThat(shell.type("what-if ada").out()).contains("they are the same");
    assertThat(sent()).isEqualTo("{}");
  }

  @Test
  void manyWorldsTellWhetherItWasLuck() {
    var spread =
        "{\"low\":0,\"q10\":10,\"q25\":25,\"median\":50,\"q75\":75,\"q90\":90,\"high\":100}";
    var shares =
        "{\"low\":0.5,\"q10\":0.5,\"q25\":0.5,\"median\":0.5,\"q75\":0.5,\"q90\":0.5,\"high\":0.5}";
    var band =
        "{\"tick\":%d,\"age\":\"PT%dS\",\"living\":%d,\"energy\":%s,\"stability\":%s,\"integrity\":%s,\"drive\":%s}";
    var seeds =
        "{\"worlds\":20,\"living\":18,\"bands\":[%s,%s],\"fates\":[%s,%s]}"
            .formatted(
                band.formatted(60, 60, 20, spread, shares, shares, shares),
                band.formatted(120, 120, 18, spread, shares, shares, shares),
                "{\"seed\":1,\"alive\":false,\"cause\":\"starvation\"},{\"seed\":2,\"alive\":true,\"cause\":null}",
                "{\"seed\":3,\"alive\":false,\"cause\":\"starvation\"}");
    server.on(BRANCH, Ada.done(result("null", "null", seeds)));
    var out = shell.type("what-if ada --seeds 20").lines();
    assertThat(out)
        .contains(
            "was it luck? in 18 of 20 worlds it lives at the end; died: 2 of starvation",
            "IN ALL WORLDS  LEAST  10 %  MEDIAN  90 %   MOST",
            "energy           0.0  10.0    50.0  90.0  100.0  ────────████████┃███████────────",
            "drive           0.50  0.50    0.50  0.50   0.50                  ┃",
            "  AGE    LIVING",
            "1m 0s  20 of 20  ████████████████████████████████",
            "2m 0s  18 of 20  █████████████████████████████░░░");
    assertThat(sent()).isEqualTo("{\"seeds\":20}");
  }

  @ParameterizedTest
  @CsvSource({
    "shock 0.9,inTicks,0",
    "shock 0.9 @+10,inTicks,10",
    "shock 0.9@600,atTick,600",
    "shock 0.9 @+2h,inTicks,7200"
  })
  void aStimulusMayBePutAtAnyTime(String put, String when, int ticks) {
    server.on(BRANCH, Ada.done(result("null", "null", "null"))).on("GET /v1/lives/ada", Ada.ALIVE);
    assertThat(shell.words("what-if", "ada", "--put", put).exit()).isZero();
    assertThat(sent())
        .isEqualTo(
            "{\"put\":[{\"kind\":\"shock\",\"intensity\":0.9,\"%s\":%d}]}".formatted(when, ticks));
  }

  @Test
  void aSpanIsRoundedToTicksOfTheLife() {
    assertThat(Put.of("shock 1 @+1m", () -> 25.0).path("inTicks").asLong()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shock",
        "shock 1.5",
        "shock -1",
        "shock much",
        "shock 0.9 @soon",
        "shock 0.9 @+2x",
        "shock 1 @2h"
      })
  void whatIsNoStimulusIsRefusedWithExamples(String put) {
    var result = shell.words("what-if", "ada", "--put", put);
    assertThat(result.exit()).as(put).isEqualTo(2);
    assertThat(result.err()).contains("--put");
    assertThat(server.asked()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"3d,259200.0,false", "+3d,259200.0,true", "1d2h30m,95400.0,false", "90s,90.0,false"})
  void itEndsAtAnAgeOrSoLongAfterThePoint(String until, String seconds, String fromPoint) {
    server.on(BRANCH, Ada.done(result("null", "null", "null")));
    assertThat(shell.type("what-if ada --until " + until).exit()).isZero();
    assertThat(sent())
        .isEqualTo("{\"until\":{\"seconds\":%s,\"fromPoint\":%s}}".formatted(seconds, fromPoint));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--until 3x",
        "--until 0d",
        "--until +",
        "--set laws.x",
        "--set =1",
        "--set laws.x="
      })
  void halfAnOptionIsRefused(String option) {
    assertThat(shell.type("what-if ada " + option).exit()).isEqualTo(2);
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void lawsAreSetAsTheyAreWritten() {
    server.on(BRANCH, Ada.done(result("null", "null", "null")));
    shell.type("what-if ada --set laws.energy-per-hour=2.5 --set laws.x=a=b");
    assertThat(sent()).isEqualTo("{\"set\":{\"laws.energy-per-hour\":\"2.5\",\"laws.x\":\"a=b\"}}");
  }

  @Test
  void aMisspeltKindIsGuessed() {
    server.refuse(BRANCH, 422, "unknown-kind", "no kind shokc", ",\"known\":[\"noise\",\"shock\"]");
    assertThat(shell.words("what-if", "ada", "--put", "noise 1", "--put", "shokc 1").err())
        .contains("did you mean \"shock\"?");
  }

  @Test
  void jsonIsTheResult() {
    server.on(BRANCH, Ada.done(result("null", "null", "null")));
    assertThat(shell.type("what-if ada --json").out())
        .isEqualTo(result("null", "null", "null") + "\n");
  }
}
