package footing.practice.service;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * One page of a list.
 *
 * @param next the token of the page after it; null at the end, as the SDK writes it
 */
record Page<T>(List<T> items, @Nullable String next) {

    private static final String MARK = "page:";

    boolean more() {
        return next != null;
    }

    /**
     * @param token what the caller was given with the page before
     * @param badToken what AWS answers to a token that it did not give
     */
    static <T> Page<T> of(Collection<T> all, @Nullable String token, int size,
            Supplier<AwsServiceException> badToken) {
        List<T> list = List.copyOf(all);
        int from = token == null || token.isEmpty() ? 0 : offset(token, list.size(), badToken);
        int to = Math.min(list.size(), from + size);
        return new Page<>(list.subList(from, to), to < list.size() ? token(to) : null);
    }

    private static String token(int offset) {
        byte[] text = (MARK + offset).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    private static int offset(String token, int size, Supplier<AwsServiceException> badToken) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            int offset = text.startsWith(MARK) ? Integer.parseInt(text.substring(MARK.length())) : -1;
            if (offset >= 0) {
                return Math.min(offset, size);
            }
        } catch (IllegalArgumentException notOurs) { // also a number that is none
            throw badToken.get().toBuilder().cause(notOurs).build();
        }
        throw badToken.get();
    }
}
