"""The configuration of nginx for a published site. It names no release, so it is written once."""

from __future__ import annotations

import re
from pathlib import Path

_PREFIX = re.compile(r"/(?:[A-Za-z0-9._~-]+/)*")
_FOLDER = re.compile(r"/[^\s\"'$;{}\\]*")


def wrong(folder: Path, prefix: str) -> str:
    """Why nginx cannot be told these; empty where it can."""
    if not _FOLDER.fullmatch(str(folder)):
        return f"nginx 的设置里写不了这个文件夹名：{folder}。请换一个没有空格、引号和 $ 的。"
    if not _PREFIX.fullmatch(prefix):
        return f"网站的路径“{prefix}”写得不对。请以 / 开头、以 / 结尾，如 /a/b/。"
    return ""


def configuration(folder: Path, prefix: str = "/", brotli: bool = False) -> str:
    """The text of a file in /etc/nginx/conf.d/; the site is at `prefix` of whatever host is asked for.

    An nginx without the module for Brotli (`libnginx-mod-http-brotli-static` in Debian) refuses a configuration that names it.
    """
    return _TEXT.format(
        folder=folder,
        prefix=prefix,
        base=prefix.rstrip("/"),
        brotli="\n    brotli_static on;" if brotli else "",
        name=re.escape(prefix.rstrip("/")),
        away="" if prefix == "/" else _AWAY.format(prefix=prefix),
    )


_AWAY = """
    location = / {{
        return 302 {prefix};
    }}
"""

_TEXT = """# 研习网站。由 yanxi publish nginx 写成：放进 /etc/nginx/conf.d/yanxi.conf，再运行 nginx -t && nginx -s reload。
# 以后的公布不用再动它。要用 https，请在 server 里补上 listen 443 ssl 和证书。

# 地址里带着版本的文件：内容变了，地址就变。旧版本在最近几次公布里找，早先打开的页面照常能用。
map "$arg_v $uri" $yanxi_version {{
    "~^(?<yanxi_v>[0-9a-f]+) " $yanxi_v;
    "~^ .*\\.(?<yanxi_h>[0-9a-f]+)\\.min\\.(js|css)$" $yanxi_h;
    default none;
}}

server {{
    listen 80;
    listen [::]:80;
    root {folder};
    charset utf-8;
    gzip_static on;
    gzip_vary on;{brotli}
    absolute_redirect off;
    error_page 404 {prefix}404.html;
{away}
    location ~ /\\. {{
        return 404;
    }}

    # 带版本的一年不用再问。
    location ~ ^{name}(?<yanxi_path>/.*)$ {{
        add_header Cache-Control "public, max-age=31536000, immutable";
        add_header X-Content-Type-Options nosniff;
        try_files /kept/$yanxi_version$yanxi_path @yanxi_live;
    }}

    # 其余的每次都问一声有没有新的。哪些脚本可以运行，写在每一页里，生成时算好；这里写的是页面自己说不了的。
    location @yanxi_live {{
        add_header Cache-Control no-cache always;
        add_header X-Content-Type-Options nosniff always;
        add_header Referrer-Policy same-origin always;
        add_header Content-Security-Policy "frame-ancestors 'self'" always;
        try_files /live$yanxi_path /live${{yanxi_path}}index.html @yanxi_folder;
    }}

    # 少了最后的斜线，页面里的链接会错。
    location @yanxi_folder {{
        if (-f {folder}/live$yanxi_path/index.html) {{
            return 301 {base}$yanxi_path/$is_args$args;
        }}
        return 404;
    }}
}}
"""
