package life.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import life.mind.Trace;
import org.jspecify.annotations.Nullable;

/** Says what went on in a being in a chapter: sleep, memory, learning and change. */
final class MindTold {
  /** Change of what is expected that is worth a sentence. */
  private static final double LESSON = 0.3;

  /** Significance of a memory from which its coming back is worth a sentence. */
  private static final double MOVING = 0.3;

  /** Change of sensitivity that is worth a sentence. */
  private static final double STEP = 0.03;

  private static final double SHORT_SLEEP = 5 * 3_600;

  private static final double LONG_SLEEP = 11 * 3_600;

  private final Telling of;
  private final Chapter chapter;
  private final @Nullable Chapter before;

  MindTold(Telling of) {
    this.of = of;
    this.chapter = of.chapter();
    this.before = of.before();
  }

  /** How it slept, and what sleep kept. */
  List<Statement> sleep() {
    var told = new ArrayList<Statement>();
    night().ifPresent(told::add);
    var keepsake = chapter.keepsake();
    if (keepsake != null) {
      var trace = keepsake.trace();
      var what = Phrase.one(trace.kind()) + " of " + Phrase.two(trace.intensity());
      var seqs = new ArrayList<>(chapter.consolidations());
      seqs.add(0, trace.id());
      seqs.add(1, keepsake.seq());
      told.add(
          new Statement(
              Phrase.pick(
                      keepsake.seq(),
                      "What sleep kept above all was " + what,
                      "Of what it had met, sleep kept most of all " + what,
                      "In its sleep it went over what had been, and sleep kept "
                          + what
                          + " before all else")
                  + (chapter.hasForgottenMoreThanKept() ? ", and let more go than it kept." : "."),
              seqs.subList(0, Math.min(seqs.size(), Statement.MOST_SEQS))));
    }
    return told;
  }

  private Optional<Statement> night() {
    var seqs = new ArrayList<Long>();
    for (Scene.Night night : chapter.nights()) {
      if (night.asleepSeq() > 0 && seqs.size() < Statement.MOST_SEQS - 1) {
        seqs.add(night.asleepSeq());
      }
      if (seqs.size() < Statement.MOST_SEQS) {
        seqs.add(night.wokeSeq());
      }
    }
    if (seqs.isEmpty()) {
      return Optional.empty();
    }
    double each = chapter.slept() * of.tickSeconds() / Math.max(1, of.days(chapter));
    var asleep = Phrase.span(each) + (of.isLong() ? " a day" : "");
    if (chapter.roused() > 1 && chapter.roused() > of.days(chapter)) {
      return Optional.of(
          new Statement(
              "It slept badly, "
                  + asleep
                  + ", and was roused "
                  + Phrase.times(chapter.roused())
                  + ".",
              seqs));
    }
    if (chapter.nights().size() == 1 && !of.isLong()) {
      var night = chapter.nights().getFirst();
      return Optional.of(
          new Statement(
              "It slept "
                  + Phrase.span(night.ticks() * of.tickSeconds())
                  + (night.asleepSeq() == 0
                      ? ""
                      : ", from " + Phrase.clock(of.age(night.fromTick())))
                  + (night.asleepSeq() == 0 ? ", until " : " to ")
                  + Phrase.clock(of.age(night.toTick()))
                  + (night.roused() ? ", and was roused." : ", undisturbed."),
              seqs));
    }
    var pieces = chapter.nights().size();
    return Optional.of(
        new Statement(
            "It slept "
                + asleep
                + (of.isLong() ? "." : ", in " + Phrase.number(pieces) + " pieces."),
            seqs));
  }

  /** Whether it slept as beings do. */
  boolean sleptAsUsual() {
    double each = chapter.slept() * of.tickSeconds() / of.days(chapter);
    return each >= SHORT_SLEEP && each <= LONG_SLEEP && chapter.roused() <= 2 * of.days(chapter);
  }

  /** What it learned, how it changed, and what came back. */
  List<Statement> inner() {
    var told = new ArrayList<Statement>();
    chapter.lessons().stream()
        .filter(lesson -> Math.abs(lesson.by()) >= LESSON)
        .limit(of.isLong() ? 1 : 2)
        .forEach(lesson -> told.add(learned(lesson)));
    changed().ifPresent(told::add);
    var echo = chapter.echo();
    if (echo != null && echo.strength() >= MOVING && !cameBackBefore(echo)) {
      told.add(
          Statement.of(
              Phrase.pick(
                  echo.seq(),
                  "Unbidden, "
                      + memory(echo.trace())
                      + " came back to it "
                      + of.at(echo.tick())
                      + ".",
                  Phrase.capital(of.at(echo.tick()))
                      + " it caught itself remembering "
                      + memory(echo.trace())
                      + ".",
                  "The thought of "
                      + memory(echo.trace())
                      + " would not leave it "
                      + of.at(echo.tick())
                      + "."),
              echo.trace().id(),
              echo.seq()));
    }
    var recall = chapter.recall();
    if (recall != null
        && recall.strength() >= MOVING
        && !cameBackBefore(recall)
        && (echo == null || echo.trace().id() != recall.trace().id())) {
      told.add(
          Statement.of(
              "What it met reminded it of "
                  + memory(recall.trace())
                  + ", "
                  + of.at(recall.tick())
                  + ".",
              recall.trace().id(),
              recall.cause(),
              recall.seq()));
    }
    return told;
  }

  private boolean cameBackBefore(Scene.Memory memory) {
    if (before == null) {
      return false;
    }
    var echo = before.echo();
    var recall = before.recall();
    return (echo != null && echo.trace().id() == memory.trace().id())
        || (recall != null && recall.trace().id() == memory.trace().id());
  }

  private String memory(Trace trace) {
    var name = trace.kind().replace('-', ' ');
    if (trace.episodes() > 1) {
      return "old times of " + name;
    }
    return (trace.id() >= chapter.firstSeq() ? "the " : "an old ")
        + name
        + " of "
        + Phrase.two(trace.intensity());
  }

  private static Statement learned(Scene.Lesson lesson) {
    var cue = lesson.cue().replace('-', ' ');
    double now = lesson.after();
    String words;
    if (Math.abs(now) < Math.abs(lesson.before())) {
      words = "It came to expect less of " + cue + " than it had.";
    } else if (now > 0) {
      words =
          Phrase.pick(
              lesson.seq(),
              "It learned that after " + cue + " things get worse.",
              "It learned to brace itself after " + cue + ".");
    } else {
      words =
          Phrase.pick(
              lesson.seq(),
              "It learned that after " + cue + " things get better.",
              "It learned that relief follows " + cue + ".");
    }
    return Statement.of(words, lesson.seq());
  }

  private double step() {
    return STEP * Math.max(1, of.days(chapter) / 2);
  }

  private Optional<Statement> changed() {
    if (chapter.change().seqs().isEmpty()
        || (Math.abs(chapter.change().harmBy()) < step()
            && Math.abs(chapter.change().helpBy()) < step())) {
      return Optional.empty();
    }
    var how = new ArrayList<String>();
    if (Math.abs(chapter.change().harmBy()) >= step()) {
      how.add(chapter.change().harmBy() < 0 ? "harder to hurt" : "sorer to what hurts");
    }
    if (Math.abs(chapter.change().helpBy()) >= step()) {
      how.add(chapter.change().helpBy() > 0 ? "more open to what helps" : "harder to please");
    }
    return Optional.of(
        new Statement("It grew a little " + Phrase.list(how) + ".", chapter.change().seqs()));
  }
}
