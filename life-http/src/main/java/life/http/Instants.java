package life.http;

import life.archive.Moments;
import life.being.LifeId;
import life.being.SelfState.Alive;
import life.chronicle.Point;
import life.http.problem.Problem;
import life.journal.Biography;

/** At which tick points lie; ticks that have not come yet among them. */
final class Instants {
  private final Moments moments;

  Instants(Biography biography) {
    moments = new Moments(biography);
  }

  /** The tick of a point. */
  long tick(LifeId id, Point point) {
    return switch (point) {
      case Point.Tick(long tick) -> tick;
      case Point.Seq(long seq) when seq == 1 -> 0;
      case Point.Head _, Point.Seq _, Point.Age _, Point.Felt _, Point.Time _ ->
          ((Alive) Views.living(moments.at(id, point).state())).tick();
    };
  }

  static void refuseBackwards(long from, long to) {
    if (to < from) {
      throw Problem.badInput("'to' is tick " + to + ", before 'from', tick " + from).asException();
    }
  }
}
