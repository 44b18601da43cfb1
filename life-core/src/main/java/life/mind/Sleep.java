package life.mind;

/**
 * Whether a being sleeps, and since when.
 *
 * @param asleep whether it sleeps now
 * @param since the tick at which it fell asleep or woke; 0 at birth
 * @param roused whether it is awake because a stimulus woke it
 */
public record Sleep(boolean asleep, long since, boolean roused) {
  /** How a being is born. */
  public static final Sleep AWAKE_AT_BIRTH = new Sleep(false, 0, false);
}
