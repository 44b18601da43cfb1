package life.bench;

/** The smallest program: what a start costs before anything of ours runs. */
final class Nothing {
  private Nothing() {}

  public static void main(String[] arguments) {
    System.out.println("nothing");
  }
}
