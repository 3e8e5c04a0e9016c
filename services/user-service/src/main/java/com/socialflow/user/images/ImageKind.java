package com.socialflow.user.images;

import com.socialflow.platform.images.ImageSizes;
import com.socialflow.platform.images.StoredImages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an image is for, and in which sizes it is made. */
public enum ImageKind {
    /** A square, in the sizes of a list, of a card and of a page on a sharp screen. */
    AVATAR(192, new ImageSizes.Cut(1, 2, List.of(384, 192, 96))),

    /** Four times as wide as high, as wide as a phone, a laptop and a sharp screen. */
    BANNER(1_280, new ImageSizes.Cut(4, 1, List.of(2_560, 1_280, 640)));

    private final int usual;
    private final ImageSizes sizes;

    /**
     * @param usual the width for whoever does not choose
     */
    ImageKind(int usual, ImageSizes sizes) {
        this.usual = usual;
        this.sizes = sizes;
    }

    public ImageSizes sizes() {
        return sizes;
    }

    /** Where the image is in its usual size, from the root of the public address on. */
    public String address(String image) {
        return StoredImages.address(image, usual);
    }

    /** Where the image is in each of its sizes, by the width in pixels. */
    public Map<String, String> addresses(String image) {
        var addresses = new LinkedHashMap<String, String>();
        sizes.names().reversed().forEach(width -> addresses.put(width.toString(), StoredImages.address(image, width)));
        return addresses;
    }

    /** The key of the largest size of an image. */
    public String largest(String image) {
        return StoredImages.key(image, sizes.names().getFirst());
    }
}
