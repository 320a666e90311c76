package org.versionedobjects.lock;

/** How {@link CompatibilityPage} looks: in the light, in the dark and on paper. Without characters that XML escapes. */
final class CompatibilityStyle {
    static final String CSS = """
            :root { color-scheme: light dark; --text: #1b1b1b; --page: #ffffff; --line: #b9b9b9; --soft: #f1f1f1;
              --link: #0b4f9e; --whole: #e3f3e6; --less: #fdf3d0; --may-fail: #fde0c5; --never: #f9d4d4; }
            @media (prefers-color-scheme: dark) { :root { --text: #e8e8e8; --page: #16181b; --line: #55595f;
              --soft: #24272c; --link: #9cc7ff; --whole: #17351f; --less: #3b3413; --may-fail: #4a2c12; --never: #4d1c1f; } }
            * { box-sizing: border-box; }
            body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; color: var(--text); background: var(--page); }
            main { max-width: 80rem; margin: 0 auto; padding: 1rem 1.5rem 3rem; }
            a { color: var(--link); }
            code { font-family: ui-monospace, monospace; font-size: 0.9em; overflow-wrap: anywhere; }
            .wide { overflow-x: auto; }
            table { border-collapse: collapse; margin: 0.5rem 0 1rem; }
            caption { text-align: left; padding: 0.25rem 0; font-weight: 600; }
            th, td { border: 1px solid var(--line); padding: 0.3rem 0.6rem; text-align: left; vertical-align: top; }
            thead th { background: var(--soft); }
            td ul { margin: 0; padding-left: 1.1rem; }
            .legend { list-style: none; padding-left: 0; }
            .mark { display: inline-block; min-width: 1.4em; text-align: center; font-weight: 700; }
            .matrix td a { color: inherit; text-decoration: none; display: block; }
            .matrix td a:hover, .matrix td a:focus { text-decoration: underline; }
            .count { display: block; white-space: nowrap; }
            .self { color: inherit; background: var(--soft); }
            .whole { background: var(--whole); } .less { background: var(--less); }
            .may-fail { background: var(--may-fail); } .never { background: var(--never); }
            details { border-bottom: 1px solid var(--line); padding: 0.3rem 0; }
            summary { cursor: pointer; }
            details div { scroll-margin-top: 3rem; }
            details div:target { outline: 2px solid var(--link); outline-offset: 2px; }
            @media print { body { font-size: 9pt; } main { max-width: none; padding: 0; } .wide { overflow: visible; }
              tr, li { break-inside: avoid; } thead { display: table-header-group; }
              details::details-content { content-visibility: visible; display: block; block-size: auto; } }
            """;

    private CompatibilityStyle() {}
}
