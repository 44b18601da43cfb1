package life.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import life.being.LifeId;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AWholeLifeArrivesOrNothingTest {

  private static final long SEED = Long.getLong("life.seed", 20260301);
  private static final Lived ADA = Lived.of("ada", 5_000, SEED);

  @TempDir Path directory;

  @Test
  void all_facts_are_there_with_their_times_also_after_a_restart() {
    System.out.println("A life of " + ADA.facts().size() + " facts, -Dlife.seed=" + SEED);
    try (FactStore store = FactStore.open(directory)) {
      try (Arrival arrival = Arrival.of(store, ADA.id())) {
        ADA.addTo(arrival);
        assertThat(arrival.admit()).isEqualTo(ADA.facts().size());
      }
      assertIsWhole(store);
    }
    try (FactStore store = FactStore.open(directory)) {
      assertIsWhole(store);
    }
  }

  private static void assertIsWhole(FactStore store) {
    Biography biography = new Biography(store);
    List<Biography.Told> told = new ArrayList<>();
    List<Biography.Told> page = biography.page(ADA.id(), 0, Biography.MOST_FACTS);
    for (; !page.isEmpty(); page = biography.page(ADA.id(), told.size(), Biography.MOST_FACTS)) {
      told.addAll(page);
    }
    assertThat(told).extracting(Biography.Told::fact).isEqualTo(ADA.facts());
    assertThat(told).extracting(Biography.Told::at).isEqualTo(ADA.times());
    assertThat(told.getLast().after()).isEqualTo(ADA.last());
    assertThat(biography.lives()).containsExactly(ADA.id());
  }

  @Test
  void nobody_sees_a_life_before_it_is_admitted() {
    try (FactStore store = FactStore.open(directory);
        Arrival arrival = Arrival.of(store, ADA.id())) {
      AtomicInteger births = new AtomicInteger();
      store.onBirths(births::incrementAndGet);
      ADA.addTo(arrival);
      store.append(Facts.append("bob", 1, 2)).join();
      store.append(Facts.append("eve", 1, 2)).join();
      store.settled().join();
      assertThat(births).hasValue(2);
      assertThat(store.highestSeq("ada")).isZero();
      assertThat(store.livesAfter(0, 1)).extracting(LifeName::name).containsExactly("bob");
      assertThat(new Biography(store).lives())
          .extracting(LifeId::slug)
          .containsExactly("bob", "eve");
      try (FactStore reader = FactStore.openReadOnly(directory)) {
        assertThat(new Biography(reader).lives()).hasSize(2);
      }
      arrival.admit();
      store.settled().join();
      assertThat(births).hasValue(3);
      assertThat(store.livesAfter(0, 9))
          .extracting(LifeName::name)
          .containsExactly("ada", "bob", "eve");
    }
  }

  @Test
  void an_arrival_that_is_given_up_leaves_no_row() {
    try (FactStore store = FactStore.open(directory)) {
      store.append(Facts.append("bob", 1, 2)).join();
      try (Arrival arrival = Arrival.of(store, ADA.id())) {
        ADA.addTo(arrival);
      }
      assertNothingCame(store);
    }
    try (FactStore store = FactStore.open(directory)) {
      assertNothingCame(store);
      try (Arrival arrival = Arrival.of(store, ADA.id())) {
        ADA.addTo(arrival);
        arrival.admit();
      }
      assertThat(store.highestSeq("ada")).isEqualTo(ADA.facts().size());
    }
  }

  @Test
  void what_a_process_left_that_ended_in_the_middle_is_discarded_at_the_next_start() {
    try (FactStore store = FactStore.open(directory)) {
      store.append(Facts.append("bob", 1, 2)).join();
      ADA.addTo(Arrival.of(store, ADA.id())); // is never closed
      store.append(Facts.append("~eve~1", 1, 100)).join();
      store.append(Facts.append("~eve~2", 1, 100)).join();
      store.eraseTo("~eve~2", 7).join();
      assertThat(store.allLivesAfter(0, 9)).hasSize(4);
      assertThat(store.livesAfter(0, 9)).hasSize(1);
    }
    try (FactStore store = FactStore.open(directory)) {
      assertNothingCame(store);
    }
  }

  private static void assertNothingCame(FactStore store) {
    assertThat(store.allLivesAfter(0, 9)).containsExactly(new LifeName(1, "bob"));
    assertThat(RowsOf.journal(store.directory()))
        .filteredOn(row -> "FWDI".indexOf(row.charAt(0)) >= 0)
        .isNotEmpty()
        .allMatch(row -> row.startsWith("00000001", 1));
    assertThat(Facts.all(store, "bob")).hasSize(2).allMatch(Facts::isTrue);
  }

  @Test
  void a_name_that_is_taken_is_refused_and_who_has_it_is_untouched() {
    try (FactStore store = FactStore.open(directory)) {
      try (Arrival late = Arrival.of(store, ADA.id())) {
        ADA.addTo(late);
        store.append(Facts.append("ada", 1, 3)).join();
        assertRefused(late::admit, NotAdmitted.Reason.NAME_TAKEN);
      }
      assertRefused(() -> Arrival.of(store, ADA.id()), NotAdmitted.Reason.NAME_TAKEN);
      store.append(Facts.append("ada", 4, 1)).join();
      assertThat(Facts.all(store, "ada")).hasSize(4).allMatch(Facts::isTrue);
      assertThat(store.allLivesAfter(0, 9)).hasSize(1);
    }
  }

  @Test
  void of_two_that_arrive_under_one_name_the_first_is_admitted() {
    try (FactStore store = FactStore.open(directory)) {
      try (Arrival first = Arrival.of(store, ADA.id());
          Arrival second = Arrival.of(store, ADA.id())) {
        second.add(Instant.EPOCH, ADA.facts().getFirst());
        ADA.addTo(first);
        first.admit();
        assertRefused(second::admit, NotAdmitted.Reason.NAME_TAKEN);
      }
      assertIsWhole(store);
    }
  }

  @Test
  void nothing_is_not_a_life() {
    try (FactStore store = FactStore.open(directory);
        Arrival arrival = Arrival.of(store, ADA.id())) {
      assertRefused(arrival::admit, NotAdmitted.Reason.NOTHING_STAGED);
      assertThat(store.allLivesAfter(0, 9)).isEmpty();
    }
  }

  private static void assertRefused(ThrowingCallable admission, NotAdmitted.Reason reason) {
    assertThatThrownBy(admission)
        .isInstanceOfSatisfying(
            NotAdmitted.class,
            refusal -> {
              assertThat(refusal.life()).isEqualTo("ada");
              assertThat(refusal.reason()).isEqualTo(reason);
            });
  }

  @Test
  void numbering_goes_on_after_the_last_fact_that_arrived() {
    int last = ADA.facts().size();
    try (FactStore store = FactStore.open(directory)) {
      try (Arrival arrival = Arrival.of(store, ADA.id())) {
        ADA.addTo(arrival);
        arrival.admit();
      }
      assertThatThrownBy(() -> store.append(Facts.append("ada", last, 1)).join())
          .hasCauseInstanceOf(OutOfSequence.class);
      store.append(Facts.append("ada", last + 1L, 1)).join();
    }
    try (FactStore store = FactStore.open(directory)) {
      store.append(Facts.append("ada", last + 2L, 1)).join();
      List<StoredFact> later = new ArrayList<>();
      store.replay("ada", last + 1L, Long.MAX_VALUE, 9, later::add);
      assertThat(later).hasSize(2).allMatch(Facts::isTrue);
      assertThat(later).allMatch(fact -> fact.writer().equals(Facts.WRITER));
    }
  }

  @Test
  void what_is_asked_in_one_breath_happens_in_that_order() {
    try (FactStore store = FactStore.open(directory)) {
      for (int round = 1; round <= 50; round++) {
        String staged = "~x~" + round;
        var came = store.append(Facts.append(staged, 1, 3));
        var admitted = store.admit(staged, "x" + round);
        var tooLate = store.append(Facts.append(staged, 4, 1));
        var goesOn = store.append(Facts.append("x" + round, 4, 1));
        var again = store.admit(staged, "y" + round);
        var gone = store.discard(staged);
        came.join();
        admitted.join();
        goesOn.join();
        gone.join();
        assertThatThrownBy(tooLate::join).hasCauseInstanceOf(OutOfSequence.class);
        assertThatThrownBy(again::join)
            .isInstanceOf(CompletionException.class)
            .hasCauseInstanceOf(NotAdmitted.class);
        assertThat(Facts.seqs(store, "x" + round)).containsExactly(1L, 2L, 3L, 4L);
      }
      assertThat(store.allLivesAfter(0, 99)).hasSize(50);
    }
  }

  @Test
  void names_that_would_mix_up_lives_and_arrivals_are_refused() {
    try (FactStore store = FactStore.open(directory)) {
      assertThatThrownBy(() -> store.admit("ada", "eve"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("begins with ~");
      assertThatThrownBy(() -> store.admit("~ada", "~eve"))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> store.discard("ada")).isInstanceOf(IllegalArgumentException.class);
      store.discard("~nobody").join();
    }
  }
}
