package life.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import life.being.LifeId;
import life.being.Phase;
import life.chronicle.Chart;
import life.chronicle.Pulse;
import life.chronicle.Quantity;
import life.chronicle.Strongest;
import org.jspecify.annotations.Nullable;

/**
 * A chart as bytes, little endian: the length of a JSON document that says what follows, the
 * document, and then its columns, each of them filled up to a multiple of 8 bytes. So a browser
 * takes the columns as arrays where they are.
 */
final class ChartBytes {
  /** The phase of a pixel that is after the head. */
  private static final long NOTHING = 0xFFFF_FFFFL;

  private static final int ALIGNMENT = 8;

  private record Column(String name, String type, ByteBuffer bytes) {}

  private final Chart chart;
  private final List<String> kinds = new ArrayList<>();
  private final List<Column> columns = new ArrayList<>();

  private ChartBytes(Chart chart) {
    this.chart = chart;
    fill();
  }

  /**
   * The bytes of a chart.
   *
   * @param seq the number of the life's last fact
   * @param head how the life is after it
   */
  static byte[] of(LifeId life, Chart chart, long seq, Pulse head) {
    return new ChartBytes(chart).with(life, seq, head);
  }

  private void fill() {
    for (var quantity : Quantity.values()) {
      floats(quantity.word() + ".min", i -> chart.least(i, quantity));
      floats(quantity.word() + ".max", i -> chart.greatest(i, quantity));
    }
    floats("asleep", chart::asleep);
    doubles("felt", chart::felt);
    long[] seqs = chart.seqs();
    doubles("seq", i -> seqs[i]);
    wholes("stimuli", chart::stimuli);
    wholes("kind", i -> kind(chart.strongest(i)));
    floats("intensity", of(chart::strongest, Strongest::intensity));
    doubles("stimulusSeq", of(chart::strongest, Strongest::seq));
    doubles("stimulusTick", of(chart::strongest, Strongest::tick));
    wholes("phase", i -> phase(chart.phase(i)));
  }

  @FunctionalInterface
  private interface Reading {
    double of(Strongest strongest);
  }

  private static IntToDoubleFunction of(
      IntFunction<@Nullable Strongest> strongest, Reading reading) {
    return i -> {
      var there = strongest.apply(i);
      return there == null ? Double.NaN : reading.of(there);
    };
  }

  private long kind(@Nullable Strongest strongest) {
    if (strongest == null) {
      return 0;
    }
    int known = kinds.indexOf(strongest.kind());
    if (known < 0) {
      kinds.add(strongest.kind());
      return kinds.size();
    }
    return known + 1L;
  }

  private static long phase(Phase phase) {
    return phase == Phase.INIT ? NOTHING : Arrays.asList(Phase.values()).indexOf(phase);
  }

  private void floats(String name, IntToDoubleFunction value) {
    var bytes = column(name, "f32", Float.BYTES);
    for (int i = 0; i < chart.pixels(); i++) {
      bytes.putFloat((float) value.applyAsDouble(i));
    }
  }

  private void doubles(String name, IntToDoubleFunction value) {
    var bytes = column(name, "f64", Double.BYTES);
    for (int i = 0; i < chart.pixels(); i++) {
      bytes.putDouble(value.applyAsDouble(i));
    }
  }

  private void wholes(String name, IntToLongFunction value) {
    var bytes = column(name, "u32", Integer.BYTES);
    for (int i = 0; i < chart.pixels(); i++) {
      bytes.putInt((int) value.applyAsLong(i));
    }
  }

  private ByteBuffer column(String name, String type, int width) {
    var bytes = ByteBuffer.allocate(aligned(chart.pixels() * width)).order(ByteOrder.LITTLE_ENDIAN);
    columns.add(new Column(name, type, bytes));
    return bytes;
  }

  private static int aligned(int bytes) {
    return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  }

  private byte[] with(LifeId life, long seq, Pulse head) {
    byte[] said = document(life, seq, head).toString().getBytes(StandardCharsets.UTF_8);
    int header = aligned(Integer.BYTES + said.length) - Integer.BYTES;
    int size =
        Integer.BYTES
            + header
            + columns.stream().mapToInt(column -> column.bytes().capacity()).sum();
    var to = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN).putInt(header).put(said);
    while (to.position() < Integer.BYTES + header) {
      to.put((byte) ' ');
    }
    columns.forEach(column -> to.put(column.bytes().clear()));
    return to.array();
  }

  private ObjectNode document(LifeId life, long seq, Pulse head) {
    var node = Views.object().put("life", life.slug());
    node.put("from", chart.from()).put("to", chart.to()).put("pixels", chart.pixels());
    node.put("tickSeconds", head.tickSeconds());
    var now = node.putObject("head").put("seq", seq).put("tick", head.tick());
    now.put("alive", head.phase().isLiving());
    node.putObject("born").put("seq", 1);
    var phases = node.putArray("phases");
    for (var phase : Phase.values()) {
      phases.add(phase.name());
    }
    var names = node.putArray("kinds");
    kinds.forEach(names::add);
    var list = node.putArray("columns");
    columns.forEach(
        column -> list.addObject().put("name", column.name()).put("type", column.type()));
    return node;
  }
}
