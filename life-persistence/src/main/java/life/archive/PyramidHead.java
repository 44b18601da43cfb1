package life.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import life.body.Bounds;
import life.detect.CheckpointReader;
import life.detect.CheckpointWriter;

/**
 * How far the pyramid of a life is built.
 *
 * @param born tells the life from another one of its name
 * @param leaves how many whole ones there are
 * @param kinds the names of the kinds of stimuli that its nodes speak of by number
 */
record PyramidHead(String born, long leaves, List<String> kinds) {
  PyramidHead {
    Bounds.within("leaves", leaves, 0, Long.MAX_VALUE);
    kinds = List.copyOf(kinds);
  }

  byte[] toBytes() {
    var to = new CheckpointWriter();
    to.whole(leaves);
    to.text(born);
    to.count(kinds.size());
    kinds.forEach(to::text);
    return to.written();
  }

  /**
   * What {@link #toBytes} gave.
   *
   * @throws PyramidDamaged if these bytes are nothing of the kind
   */
  static PyramidHead of(byte[] bytes) {
    try {
      var from = new CheckpointReader(bytes);
      long leaves = from.whole(0);
      var born = from.text("");
      var kinds = new ArrayList<String>();
      for (int more = from.count(0); more > 0; more--) {
        kinds.add(from.text(""));
      }
      return new PyramidHead(born, leaves, kinds);
    } catch (IllegalArgumentException | NoSuchElementException | ArithmeticException e) {
      throw new PyramidDamaged("the head is none", e);
    }
  }
}
