package footing;

/** The program's entrance. */
public final class Footing {
    private Footing() {
    }

    public static void main(String[] args) {
        System.out.println("Usage: footing [tour | survey | plan | apply | checklist] [--help]");
    }
}
