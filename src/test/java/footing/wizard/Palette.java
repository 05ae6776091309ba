package footing.wizard;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The colours of a picture, so few that one byte tells each: it is then half as large, and no eye sees the difference.
 *
 * @param colours as 0xRRGGBB, the most frequent first
 */
record Palette(List<Integer> colours) {

    private static final int MOST = 256;

    /** @param pixels as 0xAARRGGBB; how opaque they are is left out */
    static Palette of(int[] pixels) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int pixel : pixels) {
            counts.merge(rgb(pixel), 1, Integer::sum);
        }
        List<Integer> all = counts.keySet()
                .stream()
                .sorted(Comparator.comparing((Integer colour) -> -counts.getOrDefault(colour, 0))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        return IntStream.iterate(1, (apart) -> apart + 1)
                .mapToObj((apart) -> apart(all, apart))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    /** Those of which no two are closer, unless they are too many. */
    private static Optional<Palette> apart(List<Integer> all, int distance) {
        List<Integer> taken = new ArrayList<>();
        for (int colour : all) {
            if (!isNear(colour, taken, distance)) {
                taken.add(colour);
            }
            if (taken.size() > MOST) {
                return Optional.empty();
            }
        }
        return Optional.of(new Palette(taken));
    }

    private static boolean isNear(int colour, List<Integer> others, int distance) {
        for (int other : others) {
            if (distance(other, colour) < distance) {
                return true;
            }
        }
        return false;
    }

    BufferedImage draw(int[] pixels, int width) {
        BufferedImage image = new BufferedImage(width, pixels.length / width, BufferedImage.TYPE_BYTE_INDEXED,
                new IndexColorModel(8, colours.size(), colours.stream().mapToInt(Integer::intValue).toArray(), 0, false,
                        -1, 0));
        Map<Integer, Integer> nearest = new HashMap<>();
        for (int at = 0; at < pixels.length; at++) {
            image.getRaster()
                    .setSample(at % width, at / width, 0, nearest.computeIfAbsent(rgb(pixels[at]), this::nearest));
        }
        return image;
    }

    private int nearest(int colour) {
        int nearest = 0;
        for (int at = 1; at < colours.size(); at++) {
            if (distance(colours.get(at), colour) < distance(colours.get(nearest), colour)) {
                nearest = at;
            }
        }
        return nearest;
    }

    private static int rgb(int pixel) {
        return pixel & 0xff_ff_ff;
    }

    /** How far apart they are in the channel in which they differ most. */
    private static int distance(int one, int other) {
        int red = Math.abs((one >> 16) - (other >> 16));
        int green = Math.abs((one >> 8 & 0xff) - (other >> 8 & 0xff));
        return Math.max(red, Math.max(green, Math.abs((one & 0xff) - (other & 0xff))));
    }
}
