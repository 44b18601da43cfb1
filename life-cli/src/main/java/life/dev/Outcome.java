package life.dev;

import java.util.List;

/** How an attempt to compile what was changed ended. */
public sealed interface Outcome {
  /**
   * All that depends on the changes is compiled and in its place.
   *
   * @param sources how many files were compiled, those that only depend on changed ones too
   * @param classes how many class files are different now, or gone
   * @param resources how many resources are different now, or gone
   * @param notes what a person should know although nothing failed
   */
  record Compiled(int sources, int classes, int resources, List<String> notes) implements Outcome {
    public Compiled {
      notes = List.copyOf(notes);
    }

    /** Whether a process that was started before is out of date now. */
    public boolean changedAnything() {
      return classes + resources > 0;
    }
  }

  /** Nothing was put in its place; what was changed is compiled again together with the next. */
  record Failed(List<Complaint> complaints) implements Outcome {
    public Failed {
      complaints = List.copyOf(complaints);
    }
  }
}
