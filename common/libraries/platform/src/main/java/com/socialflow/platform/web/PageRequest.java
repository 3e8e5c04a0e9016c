package com.socialflow.platform.web;

import com.socialflow.core.Cursor;

/** Which page of a list is asked for: {@code ?limit=&cursor=}. */
public record PageRequest(int limit, Cursor after) {

    /** Rows of a page when none are named: fills a screen of cards. */
    public static final int LIMIT_DEFAULT = 24;

    /** Rows of a page at most: bounds the work of one request. */
    public static final int LIMIT_MAX = 100;
}
