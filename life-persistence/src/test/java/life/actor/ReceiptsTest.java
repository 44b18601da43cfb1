package life.actor;

import static org.assertj.core.api.Assertions.assertThat;

import life.actor.Receipts.Receipt;
import life.world.Stimulus;
import org.junit.jupiter.api.Test;

class ReceiptsTest {
  @Test
  void theOldestKeyIsForgottenFirstAndNoMoreThanTheCapacityIsKept() {
    var receipts = Receipts.NONE;
    int more = 100;
    for (long seq = 1; seq <= Receipts.CAPACITY + more; seq++) {
      receipts = receipts.with("k" + seq, new Receipt(seq, 0, 0, new Stimulus("shock", 0.5)));
    }
    assertThat(receipts.byKey()).hasSize(Receipts.CAPACITY);
    assertThat(receipts.bySeq()).hasSize(Receipts.CAPACITY);
    assertThat(receipts.under("k" + more)).isNull();
    assertThat(receipts.under("k" + (more + 1))).isNotNull();
  }
}
