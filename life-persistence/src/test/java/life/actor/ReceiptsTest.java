package life.actor;

import static org.assertj.core.api.Assertions.assertThat;

import life.actor.Receipts.Receipt;
import life.world.Stimulus;
import org.junit.jupiter.api.Test;

class ReceiptsTest {
  @Test
  void theLastKeysAreRememberedAndOlderOnesAreForgottenInTheirOrder() {
    var receipts = Receipts.NONE;
    for (long seq = 1; seq <= 3L * Receipts.CAPACITY; seq++) {
      receipts = receipts.with("k" + seq, new Receipt(seq, 0, 0, new Stimulus("shock", 0.5)));
      var kept = receipts.inOrder();
      long oldest = kept.getFirst().receipt().seq();
      assertThat(oldest).isLessThanOrEqualTo(Math.max(1, seq - Receipts.CAPACITY + 1));
      assertThat(kept)
          .hasSize((int) (seq - oldest + 1))
          .hasSizeLessThan(Receipts.CAPACITY + Receipts.GENERATION);
      assertThat(receipts.under("k" + (oldest - 1))).isNull();
      assertThat(receipts.under("k" + oldest)).isNotNull();
      assertThat(receipts.under("k" + seq)).isNotNull();
    }
  }
}
