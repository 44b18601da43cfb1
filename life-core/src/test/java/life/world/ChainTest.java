package life.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import life.body.Shift;
import org.junit.jupiter.api.Test;

class ChainTest {
  private static final long SEED = 5;
  private static final int TICKS = 400_000;
  private static final Kinds KINDS =
      new Kinds(
          List.of(kind("isolation", 1, -0.1), kind("connection", 1, 0.1), kind("idle", 8, 0)));

  @Test
  void aCauseMakesItsEffectAsMuchLikelierAsIsStated() {
    var world = chained(3, 1);
    assertThat(shareAfter(world, 1)).isCloseTo(share(2), within(0.01));
    assertThat(shareAfter(world, 2)).isCloseTo(share(1.5), within(0.01));
    assertThat(shareAfter(world, 9)).isCloseTo(share(1), within(0.01));
  }

  /** Share of connection where its weight is multiplied by that factor. */
  private static double share(double factor) {
    return factor / (9 + factor);
  }

  @Test
  void aFactorBelowOneMakesItLessLikely() {
    assertThat(shareAfter(chained(0, 1), 1)).isCloseTo(share(0.5), within(0.01));
  }

  @Test
  void whatIsDrawnIsAFunctionOfSeedAndTickAlone() {
    var world = chained(3, 50);
    for (long tick = 5_000; tick > 4_000; tick--) {
      assertThat(world.draw(SEED, tick)).isEqualTo(chained(3, 50).draw(SEED, tick));
    }
  }

  @Test
  void aStormBringsMoreAndMoreOfItHarms() {
    var world = new World("w", Weather.NORMAL, 0.01, KINDS, List.of());
    var storm = world.under(Weather.STORM);
    assertThat(storm.activity()).isGreaterThan(world.activity());
    assertThat(storm.kind("isolation").orElseThrow().weight()).isGreaterThan(1);
    assertThat(storm.kind("idle").orElseThrow().weight()).isEqualTo(8);
    assertThat(world.under(Weather.CALM).activity()).isLessThan(world.activity());
    assertThatThrownBy(() -> storm.under(Weather.CALM)).hasMessageContaining("normal");
  }

  @Test
  void chainsBetweenKindsThatAreNotThereAreRefused() {
    assertThatThrownBy(() ->
            new World("w", Weather.NORMAL, 0, KINDS, List.of(new Chain("idle", "fear", 2, 1))))
        .hasMessage("a chain names the kind 'fear', which is none");
    assertThatThrownBy(() -> new Chain("idle", "fear", 101, 1)).hasMessageContaining("factor");
    assertThatThrownBy(() -> new Chain("idle", "fear", 2, 0)).hasMessageContaining("half-life");
  }

  /** How often connection comes where isolation came so many ticks before, and at no other time. */
  private static double shareAfter(World world, int age) {
    var unchained = new World("w", Weather.NORMAL, 1, KINDS, List.of());
    int after = 0;
    int connected = 0;
    for (long tick = 20; tick < TICKS; tick++) {
      if (onlyCause(unchained, tick, age)) {
        after++;
        connected += world.draw(SEED, tick).orElseThrow().kind().equals("connection") ? 1 : 0;
      }
    }
    assertThat(after).isGreaterThan(10_000);
    return (double) connected / after;
  }

  private static boolean onlyCause(World unchained, long tick, int age) {
    for (int back = 1; back <= 4; back++) {
      boolean came = unchained.draw(SEED, tick - back).orElseThrow().kind().equals("isolation");
      if (came != (back == age)) {
        return false;
      }
    }
    return age <= 4 || unchained.draw(SEED, tick - age).orElseThrow().kind().equals("isolation");
  }

  private static World chained(double factor, long halfLife) {
    var chain = new Chain("isolation", "connection", factor, halfLife);
    return new World("w", Weather.NORMAL, 1, KINDS, List.of(chain));
  }

  private static StimulusKind kind(String name, double weight, double stability) {
    return new StimulusKind(name, weight, 0, 1, new Shift(0, stability, 0), 1, Family.SOCIAL);
  }
}
