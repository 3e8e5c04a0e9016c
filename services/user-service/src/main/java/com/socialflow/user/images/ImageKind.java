package com.socialflow.user.images;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an image is for, and in which sizes it is made. */
public enum ImageKind {
    /** A square, in the sizes of a list, of a card and of a page on a sharp screen. */
    AVATAR(1, 192, 2, List.of(384, 192, 96)),

    /** Four times as wide as high, as wide as a phone, a laptop and a sharp screen. */
    BANNER(4, 1_280, 1, List.of(2_560, 1_280, 640));

    private final int ratio;
    private final int usual;
    private final int spare;
    private final List<Integer> widths;

    /**
     * @param ratio width to height
     * @param usual the width for whoever does not choose
     * @param spare how many pixels are read at least for one of the largest size, in each direction
     * @param widths from the largest down
     */
    ImageKind(int ratio, int usual, int spare, List<Integer> widths) {
        this.ratio = ratio;
        this.usual = usual;
        this.spare = spare;
        this.widths = widths;
    }

    int ratio() {
        return ratio;
    }

    int spare() {
        return spare;
    }

    List<Integer> widths() {
        return widths;
    }

    int height(int width) {
        return width / ratio;
    }

    /** Where the image is in its usual size, from the root of the public address on. */
    public String address(String image) {
        return ImageNames.address(image, usual);
    }

    /** Where the image is in each of its sizes, by the width in pixels. */
    public Map<String, String> addresses(String image) {
        var addresses = new LinkedHashMap<String, String>();
        widths.reversed().forEach(width -> addresses.put(width.toString(), ImageNames.address(image, width)));
        return addresses;
    }
}
