package footing.text;

import footing.baseline.Status;

/**
 * How a status looks: shape, word and colour, in the window, on paper and in the terminal alike. Nothing else decides
 * it.
 *
 * <p>The symbol is one column wide, and the printout's own font ({@code footing/checklist/fonts/shapes.ttf}) draws the
 * character as the status's shape, in the window too.
 */
public enum StatusLook {
    MET(Status.MET, "✓", "+", "success", 32),
    NOT_MET(Status.NOT_MET, "✗", "x", "danger", 31),
    PENDING(Status.PENDING, "◷", "~", "warning", 33),
    UNKNOWN(Status.UNKNOWN, "⊘", "/", "neutral", 90),
    ATTESTED(Status.ATTESTED, "☑", "a", "accent", 34),
    NEEDS_ATTESTATION(Status.NEEDS_ATTESTATION, "?", "?", "violet", 35),
    NOT_APPLICABLE(Status.NOT_APPLICABLE, "–", "-", "neutral", 90);

    private final Status status;
    private final String symbol;
    private final String asciiSymbol;
    private final String colorToken;
    private final int ansiColor;

    StatusLook(Status status, String symbol, String asciiSymbol, String colorToken, int ansiColor) {
        this.status = status;
        this.symbol = symbol;
        this.asciiSymbol = asciiSymbol;
        this.colorToken = colorToken;
        this.ansiColor = ansiColor;
    }

    public static StatusLook of(Status status) {
        return switch (status) {
            case MET -> MET;
            case NOT_MET -> NOT_MET;
            case PENDING -> PENDING;
            case UNKNOWN -> UNKNOWN;
            case ATTESTED -> ATTESTED;
            case NEEDS_ATTESTATION -> NEEDS_ATTESTATION;
            case NOT_APPLICABLE -> NOT_APPLICABLE;
        };
    }

    public Status status() {
        return status;
    }

    /** One character, one column wide. */
    public String symbol() {
        return symbol;
    }

    /** The same for a terminal that knows nothing but ASCII. */
    public String asciiSymbol() {
        return asciiSymbol;
    }

    /** The key of its word in the bundle {@code words}: {@code status.not-met}. */
    public String wordKey() {
        return "status." + kebab();
    }

    /** The style class of whatever shows it: {@code status-not-met}. */
    public String styleClass() {
        return "status-" + kebab();
    }

    /**
     * The colour's name in a theme: {@code success} is {@code -color-success-fg} in the window, {@code --color-success}
     * on a page.
     */
    public String colorToken() {
        return colorToken;
    }

    /** The terminal's number for the colour of the text. */
    public int ansiColor() {
        return ansiColor;
    }

    private String kebab() {
        return status.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
