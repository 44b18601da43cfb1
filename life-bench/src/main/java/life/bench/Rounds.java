package life.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * Measures two things by turns, so that whatever else the machine does strikes both alike.
 *
 * @param ours what was measured of the one, round by round
 * @param peers of the other
 */
record Rounds<A, B>(List<A> ours, List<B> peers) {
  static <A, B> Rounds<A, B> of(int warming, int counted, Supplier<A> our, Supplier<B> peer) {
    var ours = new ArrayList<A>();
    var peers = new ArrayList<B>();
    for (int round = 0; round < warming + counted; round++) {
      var peerValue = peer.get();
      var ourValue = our.get();
      if (round >= warming) {
        peers.add(peerValue);
        ours.add(ourValue);
      }
    }
    return new Rounds<>(ours, peers);
  }

  double ours(ToDoubleFunction<A> value) {
    return median(ours.stream().mapToDouble(value).toArray());
  }

  double peers(ToDoubleFunction<B> value) {
    return median(peers.stream().mapToDouble(value).toArray());
  }

  static double median(double[] values) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
