package life.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import life.actor.Ledger;
import life.actor.LedgerSerializer;
import life.actor.Receipts.Receipt;
import life.being.CauseOfDeath;
import life.being.Downtime;
import life.being.Fact;
import life.being.LawSettings;
import life.being.LifeId;
import life.being.Metadata;
import life.being.Origin;
import life.being.SelfState;
import life.being.Source;
import life.being.StateHash;
import life.body.Shift;
import life.body.Vitals;
import life.mind.Association;
import life.mind.BaseLevel;
import life.mind.Condition;
import life.mind.Meaning;
import life.mind.Response;
import life.mind.Trace;
import life.world.Chain;
import life.world.Family;
import life.world.Kinds;
import life.world.Stimulus;
import life.world.StimulusKind;
import life.world.Weather;
import life.world.World;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactsAreWrittenUnderStableNamesTest {
  static final List<Fact> ONE_OF_EACH = oneOfEach(new SplittableRandom(5));

  private static final String BEFORE_METADATA =
      "82677265616368656484826573686f636bfb3feccccccccccccd183c676f757473696465626b31";

  private final FactSerializer serializer = new FactSerializer();

  @Test
  void thereIsAnExampleOfEveryKindOfFact() {
    var kinds = new ArrayList<Class<?>>();
    kinds.addAll(Arrays.asList(Fact.Input.class.getPermittedSubclasses()));
    kinds.addAll(Arrays.asList(Fact.Derived.class.getPermittedSubclasses()));
    assertThat(ONE_OF_EACH)
        .extracting(Object::getClass)
        .asInstanceOf(InstanceOfAssertFactories.list(Class.class))
        .containsExactlyInAnyOrderElementsOf(kinds);
  }

  @ParameterizedTest
  @FieldSource("ONE_OF_EACH")
  void aFactIsReadBackAsItWasWrittenToTheLastBit(Fact fact) throws Exception {
    var bytes = serializer.toBinary(fact);
    assertThat(serializer.fromBinary(bytes, serializer.manifest(fact))).isEqualTo(fact);
    var json = FactFormat.JSON.writerFor(Fact.class).writeValueAsString(fact);
    assertThat(FactFormat.JSON.readValue(json, Fact.class)).isEqualTo(fact);
  }

  @ParameterizedTest
  @FieldSource("ONE_OF_EACH")
  void theNameIsTheFactsTypeAndNeverAClassName(Fact fact) throws Exception {
    var json = FactFormat.JSON.valueToTree(fact);
    assertThat(json.get("type").asText()).isEqualTo(fact.type());
    var bytes = new String(serializer.toBinary(fact), StandardCharsets.ISO_8859_1);
    assertThat(bytes).contains(fact.type()).doesNotContain("Fact").doesNotContain("life.");
  }

  @Test
  void manyRandomFactsSurviveTheWay() throws Exception {
    for (long seed = 0; seed < 2_000; seed++) {
      for (var fact : oneOfEach(new SplittableRandom(seed))) {
        assertThat(serializer.fromBinary(serializer.toBinary(fact), "f"))
            .as("seed %d", seed)
            .isEqualTo(fact);
        assertThat(FactWriter.bytes(fact))
            .as("seed %d", seed)
            .hasSizeLessThanOrEqualTo(
                FactFormat.CBOR.writerFor(Fact.class).writeValueAsBytes(fact).length);
      }
    }
  }

  @Test
  void aFactWithoutMetadataHasTheBytesThatItHadBeforeThereWasAny() throws Exception {
    var fact = new Fact.Reached(new Stimulus("shock", 0.9), 60, Source.OUTSIDE, "k1");
    var bytes = HexFormat.of().parseHex(BEFORE_METADATA);
    assertThat(serializer.toBinary(fact)).isEqualTo(bytes);
    assertThat(FactSerializer.read(bytes)).isEqualTo(fact);
    assertThat(FactSerializer.readForeign(bytes)).isEqualTo(fact);
    assertThat(FactFormat.JSON.<JsonNode>valueToTree(fact).has("metadata")).isFalse();
  }

  @Test
  void metadataIsReadBackFromAnybodysFileAndIsAnObjectInJson() throws Exception {
    var metadata = Metadata.of(Map.of("sensor", "Küche \uD83D\uDE00", "ce-id", "\u0000"));
    var fact = new Fact.Reached(new Stimulus("shock", 0.9), 60, Source.OUTSIDE, null, metadata);
    assertThat(FactSerializer.readForeign(FactSerializer.write(fact))).isEqualTo(fact);
    assertThat(FactFormat.JSON.valueToTree(fact).get("metadata"))
        .isEqualTo(FactFormat.JSON.valueToTree(metadata.entries()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"a\":null}", "{\"A\":\"x\"}", "{\"a\":{}}", "7", "[]", "{\"a\":\"\\ud800\"}"})
  void metadataThatCannotBeIsNoFact(String metadata) throws Exception {
    var fact = new Fact.Reached(new Stimulus("shock", 0.9), 60, Source.OUTSIDE, "k1");
    var json = (ObjectNode) FactFormat.JSON.<JsonNode>valueToTree(fact);
    json.set("metadata", FactFormat.JSON.readTree(metadata));
    assertThatThrownBy(() -> FactFormat.JSON.treeToValue(json, Fact.class))
        .isInstanceOf(IOException.class);
  }

  @Test
  void aSnapshotKeepsTheStateAndTheReceipts() throws Exception {
    var ledger = Ledger.EMPTY;
    var random = new SplittableRandom(3);
    ledger = ledger.after(born(random));
    for (int i = 0; i < 6_000; i++) {
      ledger =
          ledger.after(
              new Fact.Reached(
                  stimulus(random), i < 50 ? 100_000L + i : i, Source.OUTSIDE, "key-" + i));
      ledger = ledger.after(new Fact.Lived(1, new Condition(Vitals.FULL, 0.5, i, 0.3)));
    }
    var written = new LedgerSerializer();
    var dead = ledger.after(new Fact.Died(List.of(3L), CauseOfDeath.INJURY));
    assertThat(written.fromBinary(written.toBinary(ledger), "l3")).isEqualTo(ledger);
    assertThat(written.fromBinary(written.toBinary(dead), "l3")).isEqualTo(dead);
    assertThat(written.fromBinary(written.toBinary(Ledger.EMPTY), "l3")).isEqualTo(Ledger.EMPTY);
  }

  private record OlderLedger(SelfState self, List<OlderReceipt> receipts) {}

  private record OlderReceipt(String key, Receipt receipt) {}

  @Test
  void aSnapshotAsItWasWrittenBeforeIsStillRead() throws Exception {
    var random = new SplittableRandom(4);
    var ledger = Ledger.EMPTY.after(born(random));
    var stimulus = stimulus(random);
    var receipt = new Receipt(2, 0, 0, stimulus);
    var older = new OlderLedger(ledger.self(), List.of(new OlderReceipt("k", receipt)));
    var bytes = FactFormat.CBOR.writeValueAsBytes(older);
    var read = (Ledger) new LedgerSerializer().fromBinary(bytes, "l2");
    assertThat(read.self()).isEqualTo(ledger.self());
    assertThat(read.receipts().under("k")).isEqualTo(receipt);
  }

  static List<Fact> oneOfEach(SplittableRandom random) {
    var causes = List.of(random.nextLong(1, 1L << 40), random.nextLong(1, 50));
    return List.of(
        born(random),
        lived(random),
        new Fact.Reached(
            stimulus(random),
            random.nextLong(1L << 50),
            random.nextBoolean() ? Source.OUTSIDE : Source.WORLD,
            random.nextBoolean() ? "key " + random.nextLong() : null,
            random.nextBoolean() ? metadata(random) : Metadata.NONE),
        new Fact.Resumed(
            random.nextLong(1L << 50), random.nextBoolean() ? Downtime.DEV_RESTART : null),
        new Fact.Settled(world(random)),
        new Fact.Branched(
            new LifeId("eve"), new LifeId("ada"), random.nextLong(), LawSettings.DEFAULT),
        new Fact.Met(causes, stimulus(random), meaning(random), condition(random)),
        new Fact.FellAsleep(causes),
        new Fact.Woke(causes, random.nextBoolean()),
        new Fact.Consolidated(
            causes, List.of(trace(random), trace(random)), List.of(random.nextLong(1, 1L << 40))),
        new Fact.Recalled(
            causes, random.nextLong(1, 1L << 40), -random.nextDouble(), trace(random).level()),
        new Fact.Echoed(
            causes,
            random.nextLong(1, 1L << 40),
            -random.nextDouble(),
            trace(random).level(),
            meaning(random),
            condition(random)),
        new Fact.Observed(
            causes,
            random.nextDouble(),
            random.nextDouble(),
            -random.nextDouble(),
            List.of(new Association("noise", random.nextDouble()))),
        new Fact.Adapted(causes, -0.02, 0.02, random.nextDouble()),
        new Fact.RolledBack(causes),
        new Fact.Degraded(causes),
        new Fact.Recovered(causes),
        new Fact.Died(causes, List.of(CauseOfDeath.values()).get(random.nextInt(2))),
        new Fact.Marked(causes, new StateHash("%064x".formatted(random.nextLong(1L << 62)))));
  }

  private static Metadata metadata(SplittableRandom random) {
    var entries = new TreeMap<String, String>();
    int count = random.nextInt(1, Metadata.MOST_ENTRIES + 1);
    while (entries.size() < count) {
      var letters =
          random.ints(random.nextInt(Metadata.LONGEST_TEXT), 1, Character.MIN_SURROGATE).toArray();
      entries.put("n" + random.nextInt(1_000), new String(letters, 0, letters.length));
    }
    return Metadata.of(entries);
  }

  private static Meaning meaning(SplittableRandom random) {
    return new Meaning(
        random.nextDouble(),
        List.of(Response.values()).get(random.nextInt(4)),
        shift(random),
        random.nextDouble(),
        random.nextDouble(-3, 3));
  }

  private static Trace trace(SplittableRandom random) {
    double first = random.nextDouble(1e6);
    return new Trace(
        random.nextLong(1, 1L << 40),
        "shock",
        random.nextDouble(),
        random.nextDouble(),
        random.nextDouble(-3, 3),
        random.nextLong(1, 9),
        new BaseLevel(random.nextLong(1, 99), first, first + random.nextDouble(1e6), 0.25));
  }

  private static Fact born(SplittableRandom random) {
    return new Fact.Born(
        new Origin(
            new LifeId("ada"),
            random.nextLong(),
            LawSettings.DEFAULT.withMortality(random.nextBoolean()),
            Instant.ofEpochMilli(random.nextLong(1L << 41))),
        world(random));
  }

  private static Fact lived(SplittableRandom random) {
    return new Fact.Lived(random.nextLong(1, 1_000_000), condition(random));
  }

  private static World world(SplittableRandom random) {
    return new World(
        "w" + random.nextInt(100),
        List.of(Weather.values()).get(random.nextInt(4)),
        random.nextDouble(),
        new Kinds(
            List.of(
                new StimulusKind(
                    "shock", random.nextDouble() + 1, 0, 1, shift(random), 0.5, Family.BODILY))),
        List.of(new Chain("shock", "shock", random.nextDouble(), 7)));
  }

  private static Stimulus stimulus(SplittableRandom random) {
    return new Stimulus("shock", random.nextDouble());
  }

  private static Shift shift(SplittableRandom random) {
    return new Shift(
        random.nextDouble(-100, 100), random.nextDouble(-1, 1), random.nextDouble(-1, 1));
  }

  private static Condition condition(SplittableRandom random) {
    boolean full = random.nextBoolean();
    return new Condition(
        new Vitals(
            random.nextDouble(100), full ? 1 : random.nextDouble(), full ? 1 : random.nextDouble()),
        random.nextDouble(),
        random.nextDouble(1e9),
        random.nextDouble());
  }
}
