package footing.checklist;

import footing.text.Visible;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Which characters the printout's fonts can draw. One that none of them has is written by its number, so that nothing
 * is lost and nothing is drawn as an empty box.
 */
final class Glyphs {

    /** Every one of the fonts below draws these. */
    private static final int BASIC = 0x024F;

    private Glyphs() {
    }

    static String covered(String page) throws IOException {
        if (page.codePoints().allMatch((point) -> point <= BASIC)) {
            return page;
        }
        List<TrueTypeFont> fonts = new ArrayList<>();
        try {
            List<CmapLookup> maps = new ArrayList<>();
            for (String name : List.of("NotoSans-Regular", "shapes", "DroidSansFallback")) {
                TrueTypeFont font = new TTFParser()
                        .parse(new RandomAccessReadBuffer(Page.open("fonts/" + name + ".ttf")));
                fonts.add(font);
                maps.add(font.getUnicodeCmapLookup());
            }
            return covered(page, maps);
        } finally {
            for (TrueTypeFont font : fonts) {
                font.close();
            }
        }
    }

    private static String covered(String page, List<CmapLookup> maps) {
        StringBuilder text = new StringBuilder(page.length());
        page.codePoints().forEach((point) -> {
            if (point <= BASIC || maps.stream().anyMatch((map) -> map.getGlyphId(point) != 0)) {
                text.appendCodePoint(point);
            } else {
                text.append(Visible.named(point));
            }
        });
        return text.toString();
    }
}
