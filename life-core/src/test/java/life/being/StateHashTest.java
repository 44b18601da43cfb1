package life.being;

import static life.being.Given.birth;
import static life.being.Given.born;
import static life.being.Given.meeting;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import life.body.Vitals;
import org.junit.jupiter.api.Test;

class StateHashTest {
  @Test
  void whatIsNotTheBeingsOwnLeavesTheHashAlone() {
    var life = born().after(1_000);
    var killed = born().after(400).when(new LifeCommand.Resume(5_000)).after(600);
    assertThat(killed.state().seq()).isNotEqualTo(life.state().seq());
    assertThat(StateHash.of(killed.state())).isEqualTo(StateHash.of(life.state()));
  }

  @Test
  void everythingElseChangesIt() {
    var settings = LawSettings.DEFAULT;
    var lives =
        List.of(
            Given.unborn(),
            born(),
            Given.unborn().when(birth("eve", 7, settings, Given.QUIET)),
            Given.unborn().when(birth("ada", 8, settings, Given.QUIET)),
            Given.unborn().when(birth("ada", 7, settings, Given.BUSY)),
            born(settings.withMortality(false)),
            born().after(1),
            born().after(2),
            born(settings, new Vitals(100, 1, Math.nextDown(1.0))),
            born(settings, new Vitals(100, Math.nextDown(1.0), 1)),
            born(settings, new Vitals(Math.nextDown(100.0), 1, 1)),
            born().when(meeting("noise", 0.1, new When.InTicks(5))),
            born().when(meeting("noise", 0.1, new When.InTicks(6))),
            born().when(meeting("noise", 0.2, new When.InTicks(5))),
            born().after(Given.days(9)));
    var hashes = new HashSet<StateHash>();
    for (var life : lives) {
      assertThat(hashes.add(StateHash.of(life.state()))).as(life.state().toString()).isTrue();
    }
  }

  /** A changed value here is a changed canonical form: old marks would no longer verify. */
  @Test
  void theCanonicalFormIsFixed() {
    assertThat(StateHash.of(born().after(100).state()).hex())
        .isEqualTo("1403cdc0bf019445b53801891e2c5c1556e994f6136fd7a91eb89a6394511b8b");
  }
}
