package life.journal;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The names of lives for one reader that follows them. A life that was staged when the reader
 * passed its number is told once it has its name; so each life is told once, and none is missed.
 */
final class Names {

  private final FactStore store;
  private final int pageSize;
  private final NavigableSet<Integer> passed = new TreeSet<>();

  Names(FactStore store, int pageSize) {
    this.store = store;
    this.pageSize = pageSize;
  }

  /** What is new after the life of this number; is not called twice at once. */
  Optional<Pages.Page<String>> after(long last) {
    List<String> names = new ArrayList<>(admitted());
    List<LifeName> page = store.allLivesAfter(Math.toIntExact(last), pageSize);
    for (LifeName life : page) {
      if (Staged.is(life.name())) {
        passed.add(life.number());
      } else {
        names.add(life.name());
      }
    }
    long end = page.isEmpty() ? last : page.getLast().number();
    return Optional.of(new Pages.Page<>(names, end));
  }

  /** Who of those that were passed has a name now. */
  private List<String> admitted() {
    List<String> names = new ArrayList<>();
    for (Iterator<Integer> each = passed.iterator(); each.hasNext(); ) {
      Optional<String> name = store.nameOf(each.next());
      if (name.isEmpty() || !Staged.is(name.get())) {
        each.remove();
        name.ifPresent(names::add);
      }
    }
    return names;
  }
}
