package life.http.listen;

import java.util.function.Consumer;
import org.apache.pekko.stream.Attributes;
import org.apache.pekko.stream.BidiShape;
import org.apache.pekko.stream.Inlet;
import org.apache.pekko.stream.Outlet;
import org.apache.pekko.stream.stage.GraphStage;
import org.apache.pekko.stream.stage.GraphStageLogic;
import org.apache.pekko.util.ByteString;

/**
 * Stands between the net and HTTP on one connection, and ends it when its client keeps it waiting.
 *
 * <p>A head that comes too late is answered with 408, counted from its first byte (from the opening
 * of the connection for the first request), however its bytes trickle. A client that sends no body,
 * or reads no answer, is ended after a while in which nothing moves.
 *
 * <p>It also ends connections in order: what was written is flushed, and what the client still
 * sends is read for a moment, lest it lose the answer to a reset.
 */
final class Deadlines
    extends GraphStage<BidiShape<ByteString, ByteString, ByteString, ByteString>> {
  final Inlet<ByteString> fromHttp = Inlet.create("Deadlines.fromHttp");
  final Outlet<ByteString> toNet = Outlet.create("Deadlines.toNet");
  final Inlet<ByteString> fromNet = Inlet.create("Deadlines.fromNet");
  final Outlet<ByteString> toHttp = Outlet.create("Deadlines.toHttp");
  private final BidiShape<ByteString, ByteString, ByteString, ByteString> shape =
      BidiShape.of(fromHttp, toNet, fromNet, toHttp);

  final ListenSettings settings;
  final Connection connection;
  final Farewell farewell;
  final Consumer<Refusal> refused;
  final Runnable gone;

  /**
   * For one connection.
   *
   * @param refused hears why the connection ended before its client wanted it
   * @param gone hears when it has ended
   */
  Deadlines(
      ListenSettings settings,
      Connection connection,
      Farewell farewell,
      Consumer<Refusal> refused,
      Runnable gone) {
    this.settings = settings;
    this.connection = connection;
    this.farewell = farewell;
    this.refused = refused;
    this.gone = gone;
  }

  @Override
  public BidiShape<ByteString, ByteString, ByteString, ByteString> shape() {
    return shape;
  }

  @Override
  public GraphStageLogic createLogic(Attributes attributes) {
    return new Watch(this);
  }
}
