package life.http.listen;

import org.apache.pekko.stream.stage.AbstractInHandler;
import org.apache.pekko.stream.stage.AbstractOutHandler;

/** Handlers of the ports of a stage that are told in a few words. */
final class Ports {
  private Ports() {}

  /** Something comes in, all has come, or nothing comes any more since something failed. */
  static final class In extends AbstractInHandler {
    private final Runnable pushed;
    private final Runnable finished;
    private final Runnable failed;

    In(Runnable pushed, Runnable finished, Runnable failed) {
      this.pushed = pushed;
      this.finished = finished;
      this.failed = failed;
    }

    @Override
    public void onPush() {
      pushed.run();
    }

    @Override
    public void onUpstreamFinish() {
      finished.run();
    }

    @Override
    public void onUpstreamFailure(Throwable failure) {
      failed.run();
    }
  }

  /** Something is wanted, or nothing is any more. */
  static final class Out extends AbstractOutHandler {
    private final Runnable pulled;
    private final Runnable finished;

    Out(Runnable pulled, Runnable finished) {
      this.pulled = pulled;
      this.finished = finished;
    }

    @Override
    public void onPull() {
      pulled.run();
    }

    @Override
    public void onDownstreamFinish(Throwable cause) {
      finished.run();
    }
  }
}
