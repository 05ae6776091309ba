package footing.aws.survey;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Comma-separated values as RFC 4180 has them, one record at a time, so that their number does not matter. */
final class Csv {

    private static final int END = -1;

    private final Reader in;
    private final char[] buffer = new char[16 * 1024];
    private int at;
    private int filled;

    Csv(Reader in) {
        this.in = in;
    }

    /**
     * The fields of the next record; empty at the end. An empty line is no record.
     *
     * @throws IOException where a quote is never closed, or the text cannot be read
     */
    Optional<List<String>> next() throws IOException {
        while (peek() == '\r' || peek() == '\n') {
            at++;
        }
        if (peek() == END) {
            return Optional.empty();
        }
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean more = true;
        while (more) {
            field.setLength(0);
            more = field(field);
            fields.add(field.toString());
        }
        return Optional.of(fields);
    }

    /** Reads one field and the comma behind it; tells whether there is one. */
    private boolean field(StringBuilder field) throws IOException {
        if (peek() == '"') {
            at++;
            quoted(field);
        }
        for (int c = peek(); c != END && c != '\n' && c != '\r'; c = peek()) {
            at++;
            if (c == ',') {
                return true;
            }
            field.append((char) c);
        }
        return false;
    }

    private void quoted(StringBuilder field) throws IOException {
        for (int c = peek(); c != END; c = peek()) {
            at++;
            if (c == '"') {
                if (peek() != '"') {
                    return;
                }
                at++;
            }
            field.append((char) c);
        }
        throw new IOException("a quote is never closed");
    }

    /** The next character, which stays there. */
    private int peek() throws IOException {
        while (at == filled) {
            int read = in.read(buffer);
            if (read < 0) {
                return END;
            }
            at = 0;
            filled = read;
        }
        return buffer[at];
    }
}
