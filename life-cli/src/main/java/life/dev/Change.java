package life.dev;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How classes look to others now, compared with before.
 *
 * @param units outermost classes that look different, are new or gone
 * @param newcomers the simple names of new ones, which may mean now what meant another class before
 * @param broken whether something may be out of date in sources whose classes don't show it
 */
record Change(Set<String> units, Set<String> newcomers, boolean broken) {

  static Change between(Collection<Shape> before, Collection<Shape> after) {
    var old = byName(before);
    var young = byName(after);
    var names = new HashSet<>(old.keySet());
    names.addAll(young.keySet());
    var units = new HashSet<String>();
    var newcomers = new HashSet<String>();
    var broken = false;
    for (var name : names) {
      var was = old.get(name);
      var is = young.get(name);
      if (was == null || is == null || !was.face().equals(is.face())) {
        units.add(Shape.outermost(name));
      }
      if (was == null && is != null && is.isOutermost()) {
        newcomers.add(simple(name));
      }
      if (was != null) {
        broken |= is == null ? hasConstants(was) : !keeps(is, was);
      }
    }
    return new Change(units, newcomers, broken);
  }

  boolean isNone() {
    return units.isEmpty() && !broken;
  }

  /** Whether a class that mentions these has to be compiled again. */
  boolean concerns(Set<String> mentions, Set<String> reached) {
    return mentions.stream()
        .anyMatch(name -> reached.contains(name) || newcomers.contains(simple(name)));
  }

  private static boolean keeps(Shape is, Shape was) {
    return is.promises().entrySet().containsAll(was.promises().entrySet());
  }

  private static boolean hasConstants(Shape shape) {
    return shape.promises().keySet().stream().anyMatch(name -> !name.startsWith("is "));
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  private static Map<String, Shape> byName(Collection<Shape> shapes) {
    return shapes.stream()
        .filter(shape -> !shape.local())
        .collect(toMap(Shape::name, shape -> shape));
  }
}
