package life.being;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import life.world.Stimulus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataTest {
  private static final String FACE = "\uD83D\uDE00";

  @Test
  void entriesStandInTheOrderOfTheirNamesWhateverOrderTheyCameIn() {
    var backwards = new TreeMap<String, String>(Comparator.reverseOrder());
    backwards.put("a", "1");
    backwards.put("b", "2");
    var metadata = new Metadata(backwards);
    assertThat(metadata.entries()).containsExactly(Map.entry("a", "1"), Map.entry("b", "2"));
    assertThat(metadata).isEqualTo(Metadata.of(Map.of("a", "1")).with("b", "2"));
  }

  @Test
  void whatIsChangedAfterwardsIsNotTaken() {
    var entries = new TreeMap<>(Map.of("a", "1"));
    var metadata = new Metadata(entries);
    entries.put("b", "2");
    assertThat(metadata.entries()).hasSize(1);
  }

  @Test
  void sixteenEntriesAreTakenAndOneMoreIsNot() {
    var metadata = Metadata.NONE;
    for (int i = 0; i < 16; i++) {
      metadata = metadata.with("n" + i, "");
    }
    var full = metadata.with("n0", "other");
    assertThat(full.entries()).hasSize(16);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> full.with("n16", ""))
        .withMessageContaining("from 0 to 16");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "traceparent", "ce-source", "x.y_z-9"})
  void aNameIsASmallLetterAndWhatMayFollowIt(String name) {
    assertThat(Metadata.NONE.with(name, "x").entries()).containsKey(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "7", "-a", "a b", "ä", "a\n", "a:b"})
  void anyOtherNameIsRefused(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Metadata.NONE.with(name, "x"))
        .withMessageContaining("names such as 'sensor'");
  }

  @Test
  void aNameHasAtMost64Characters() {
    assertThat(Metadata.NONE.with("a".repeat(64), "").isEmpty()).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> Metadata.NONE.with("a".repeat(65), ""));
  }

  @Test
  void aTextHasAtMost256CharactersAsPeopleCountThem() {
    assertThat(Metadata.NONE.with("a", FACE.repeat(256)).isEmpty()).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Metadata.NONE.with("a", FACE.repeat(257)))
        .withMessage("metadata 'a' must be a text of at most 256 characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uD83D", "x\uDE00y", "\uDE00\uD83D"})
  void halfACharacterIsRefusedSinceNoFileCouldHoldIt(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Metadata.NONE.with("a", text))
        .withMessageContaining("whole characters");
  }

  @Test
  void theFactKeepsItAndTheBeingIsTheSameWithAndWithout() {
    var metadata = Metadata.of(Map.of("sensor", "kitchen"));
    var shock = new Stimulus("shock", 0.9);
    var with = Given.born().when(new LifeCommand.Meet(shock, now(), Source.OUTSIDE, "k", metadata));
    var without = Given.born().when(new LifeCommand.Meet(shock, now(), Source.OUTSIDE, "k"));
    var reached = (Fact.Reached) with.facts().get(1);
    assertThat(reached.metadata()).isEqualTo(metadata);
    assertThat(((LifeCommand.Meet) LifeCommand.of(reached)).metadata()).isEqualTo(metadata);
    assertThat(StateHash.of(with.state())).isEqualTo(StateHash.of(without.state()));
    assertThat(with.facts().getLast()).isEqualTo(without.facts().getLast());
  }

  private static When now() {
    return new When.Now();
  }
}
