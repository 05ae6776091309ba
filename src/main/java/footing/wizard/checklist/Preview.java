package footing.wizard.checklist;

import footing.checklist.Checklist;
import footing.checklist.ChecklistPdf;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * The very PDF that would be saved, drawn page by page as somebody comes to look at it: a picture of a page takes some
 * four megabytes, and there may be many pages. Takes its time: never on the JavaFX thread.
 */
final class Preview {

    private static final float DOTS_PER_INCH = 110;

    private final byte[] pdf;
    private final int pages;
    private final double shape;

    private Preview(byte[] pdf, int pages, double shape) {
        this.pdf = pdf;
        this.pages = pages;
        this.shape = shape;
    }

    /** @param page from 0 on */
    record Drawn(int page, Image image) {
    }

    static Preview of(Checklist checklist) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ChecklistPdf.write(checklist, bytes);
        try (PDDocument pdf = Loader.loadPDF(bytes.toByteArray())) {
            PDRectangle paper = pdf.getPage(0).getMediaBox();
            return new Preview(bytes.toByteArray(), pdf.getNumberOfPages(),
                    (double) paper.getHeight() / paper.getWidth());
        }
    }

    int pages() {
        return pages;
    }

    /** The height of a page by its width. */
    double shape() {
        return shape;
    }

    /** The pages to have at hand while those from {@code first} to {@code last} are in view: one more on each side. */
    List<Integer> near(int first, int last) {
        return IntStream.rangeClosed(Math.max(0, first - 1), Math.min(pages - 1, last + 1)).boxed().toList();
    }

    void draw(List<Integer> wanted, Consumer<Drawn> each) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer renderer = new PDFRenderer(document);
            for (int page : wanted) {
                each.accept(new Drawn(page, image(renderer.renderImageWithDPI(page, DOTS_PER_INCH, ImageType.RGB))));
            }
        }
    }

    private static Image image(BufferedImage drawn) {
        int width = drawn.getWidth();
        int height = drawn.getHeight();
        int[] pixels = drawn.getRGB(0, 0, width, height, new int[width * height], 0, width);
        WritableImage image = new WritableImage(width, height);
        image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return image;
    }
}
