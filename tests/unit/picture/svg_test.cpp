#include <gtest/gtest.h>

#include "base/limits.h"
#include "picture/picture.h"
#include "unit/picture/png_maker.h"

/// Drawings: what may stand in one, and how much.
namespace krut::picture::test {

namespace {

std::string svg(const std::string& inside, const std::string& attributes = "viewBox='0 0 92 100'") {
  return "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' " + attributes + '>' +
         inside + "</svg>";
}

/// "sound", or the kind of fault, its line and what was found.
std::string told_of(const std::string& bytes) {
  const Verdict verdict = judge(bytes);
  if (std::holds_alternative<Facts>(verdict)) return "sound";
  const auto& fault = std::get<Fault>(verdict);
  EXPECT_FALSE(fault.hint.empty());
  const char* const kinds[] = {"damaged", "outside", "live", "not allowed", "limit"};
  return std::string(kinds[static_cast<int>(fault.kind)]) + ' ' + std::to_string(fault.line) + ": " +
         fault.what.english;
}

std::string base64(const std::string& bytes) {
  const std::string digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < 3; ++i)
      bits = bits << 8U | (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0U);
    for (unsigned i = 0; i < 4; ++i) out += at + i <= bytes.size() ? digits[bits >> (18U - 6U * i) & 63U] : '=';
  }
  return out;
}

std::string image(const std::string& address) { return "<image width='9' height='9' xlink:href='" + address + "'/>"; }

std::string repeated(const std::string& text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

/// Ten references to the former in each of these: ten times as many shapes with each.
std::string chain(const std::string& element, const std::string& reference, int links) {
  std::string out = "<defs><g id='r0'><path d='M0 0h1'/></g>";
  for (int i = 1; i < links; ++i) {
    std::string id = std::to_string(i - 1);
    std::string uses;
    for (int j = 0; j < 10; ++j) {
      std::string use = reference;
      use.replace(use.find('%'), 1, id);
      uses += use;
    }
    out += '<' + element + " id='r" + std::to_string(i) + "'>" + uses + "</" + element + '>';
  }
  return out + "</defs>";
}

}  // namespace

TEST(Svg, tells_its_size_in_several_ways) {
  const auto size_of = [](const std::string& attributes) {
    const Verdict verdict = judge(svg("", attributes));
    if (!std::holds_alternative<Facts>(verdict)) return told_of(svg("", attributes));
    const auto& facts = std::get<Facts>(verdict);
    return std::to_string(facts.width) + ' ' + std::to_string(facts.height);
  };
  EXPECT_EQ(size_of("width='96' height='50px'"), "96.000000 50.000000");
  EXPECT_EQ(size_of("width='1in' height='72pt'"), "96.000000 96.000000");
  EXPECT_EQ(size_of("width='1' height='1' viewBox='-5,-5 9.2 +1e1'"), "9.200000 10.000000");
  EXPECT_EQ(size_of("width='100%' height='100%' viewBox='0 0 3 4'"), "3.000000 4.000000");
}

TEST(Svg, whose_size_cannot_be_seen_is_told) {
  for (const std::string box : {"0 0 1 1000000000", "0 0 1000000000 1", "0 0 0 0", "0 0 0 9", "0 0 9 0", "0 0 -1 5",
                                "0 0 nan 1", "0 0 inf 1", "0 0 1e400 1", "0 0 1e-300 1e-300", "1e300 0 1 1", "0 0 1",
                                "0 0 1 1 1", "", "a b c d", "0 0 1e9 1e9", "0 0 10000 1"}) {
    EXPECT_EQ(told_of(svg("", "viewBox='" + box + "'")).substr(0, 7), "damaged") << box;
  }
  for (const std::string size :
       {"width='0' height='9'", "width='-1' height='9'", "width='nan' height='9'", "width='9'", "height='9'",
        "width='50%' height='9'", "width='9em' height='9em'", "width='1e9' height='1'", ""}) {
    EXPECT_EQ(told_of(svg("", size)).substr(0, 7), "damaged") << size;
  }
  EXPECT_EQ(told_of(svg("", "viewBox='0 0 9 9' width='0'")).substr(0, 7), "damaged");
}

TEST(Svg, that_other_programs_would_not_draw_is_told) {
  EXPECT_EQ(told_of("<svg viewBox='0 0 9 9'/>").substr(0, 20), "damaged 0: its <svg>");
  EXPECT_EQ(told_of("<html/>"), "damaged 0: it is neither a JPEG nor a PNG nor an SVG");
  EXPECT_EQ(told_of(""), "damaged 0: the file is empty");
  EXPECT_EQ(told_of(svg("<g>")), "damaged 1: the XML of the SVG is damaged or cut short");
}

TEST(Svg, of_drawing_programs_is_taken_with_what_they_note_for_themselves) {
  EXPECT_EQ(
      told_of("<?xml version='1.0' encoding='UTF-8' standalone='no'?>\n"
              "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'>\n"
              "<svg width='92mm' height='100mm' viewBox='0 0 92 100' version='1.1' id='svg5' xml:space='preserve'\n"
              " inkscape:version='1.2.2' sodipodi:docname='ตรา.svg'\n"
              " xmlns:inkscape='http://www.inkscape.org/namespaces/inkscape'\n"
              " xmlns:sodipodi='http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd'\n"
              " xmlns:xlink='http://www.w3.org/1999/xlink' xmlns='http://www.w3.org/2000/svg'\n"
              " xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:cc='http://creativecommons.org/ns#'\n"
              " xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:i='http://ns.adobe.com/AdobeIllustrator/10.0/'>\n"
              "<sodipodi:namedview id='n' pagecolor='#fff' inkscape:zoom='1'><inkscape:grid "
              "type='xygrid'/></sodipodi:namedview>\n"
              "<metadata><rdf:RDF><cc:Work rdf:about=''><dc:format>image/svg+xml</dc:format>\n"
              "<dc:type rdf:resource='http://purl.org/dc/dcmitype/StillImage'/></cc:Work></rdf:RDF></metadata>\n"
              "<style type='text/css'>\n/* Illustrator */ .st0{fill:#C00;stroke:url( '#b' )} "
              ".st1,.st2{clip-path:url(#c);} </style>\n"
              "<defs><linearGradient id='b' gradientUnits='userSpaceOnUse' x1='0' inkscape:collect='always'>\n"
              "<stop style='stop-color:#000;stop-opacity:1' offset='0'/></linearGradient><clipPath id='c'><path d='M0 "
              "0'/></clipPath>\n"
              "<filter id='f' x='-.1' y='-.1' style='color-interpolation-filters:sRGB'><feGaussianBlur "
              "stdDeviation='2'/></filter></defs>\n"
              "<g inkscape:groupmode='layer' inkscape:label='Layer 1' id='layer1' i:knockout='Off' data-name='ชั้น 1'>\n"
              "<path style='fill:#000;-inkscape-stroke:none;line-height:1.25;mix-blend-mode:normal;filter:url(#f)'\n"
              " d='M0 0L9 9z' sodipodi:nodetypes='cc' class='st0'/><use xlink:href='#c' fill='url(#b)' "
              "overflow='visible'/>\n"
              "<text x='1' y='2' font-family=\"'TH SarabunPSK'\"><tspan sodipodi:role='line'>ครุฑ</tspan></text>\n"
              "<ellipse style='stroke-dasharray:1, 2;paint-order:markers fill stroke' cx='5' cy='5' rx='2' "
              "ry='3'/></g></svg>"),
      "sound");
}

TEST(Svg, may_hold_sound_pictures_of_its_own) {
  const std::string inside = base64(png(3, 3));
  EXPECT_EQ(told_of(svg(image("data:image/png;base64," + inside))), "sound");
  EXPECT_EQ(told_of(svg(image("data:IMAGE/PNG;base64,\n " + inside.substr(0, 20) + "\n  " + inside.substr(20)))),
            "sound");
}

TEST(Svg, holds_no_picture_that_would_not_be_taken_alone) {
  const std::string whole = png(3, 3);
  EXPECT_EQ(told_of(svg(image("data:image/png;base64,AAAA"))).substr(0, 7), "damaged");
  EXPECT_EQ(told_of(svg(image("data:image/png;base64,$"))).substr(0, 7), "damaged");
  EXPECT_EQ(told_of(svg(image("data:image/jpeg;base64," + base64(whole)))).substr(0, 7), "damaged");
  EXPECT_EQ(told_of(svg(image("data:image/png;base64," + base64(whole.substr(0, whole.size() - 20))))).substr(0, 7),
            "damaged");
  EXPECT_EQ(told_of(svg(image("data:image/png;base64," + base64(signature + header(32'000, 32'000))))),
            "limit 1: image_pixels");
  for (const std::string address :
       {"data:image/svg+xml;base64,PHN2Zy8+", "data:image/svg+xml,&lt;svg/>", "data:image/gif;base64,R0lG",
        "data:image/webp;base64,AAAA", "data:text/html,x", "data:image/png,x", "data:", "#a"}) {
    EXPECT_EQ(told_of(svg(image(address))).substr(0, 11), "not allowed") << address;
  }
  EXPECT_EQ(told_of(svg("<rect style='fill:url(data:image/png;base64," + base64(whole) + ")'/>")).substr(0, 11),
            "not allowed");
  EXPECT_EQ(told_of(svg("<use xlink:href='data:image/png;base64," + base64(whole) + "'/>")).substr(0, 11),
            "not allowed");
}

TEST(Svg, has_its_inner_pictures_counted_together) {
  // 16 million pixels each, packed by hand as one stored row would be too large: the header alone tells.
  const std::string large = image("data:image/png;base64," + base64(png(4'000, 1'000)));
  EXPECT_EQ(told_of(svg(large)), "sound");
  EXPECT_EQ(told_of(svg("<g id='a'>" + large + "</g>" + repeated("<use href='#a'/>", 2'000))).substr(0, 5), "limit");
}

TEST(Svg, tells_what_is_not_on_the_list_with_its_line) {
  EXPECT_EQ(told_of(svg("\n<textPath/>")), "not allowed 2: <textPath>");
  EXPECT_EQ(told_of(svg("\n\n<g frob='1'/>")), "not allowed 3: frob=\"1\"");
  EXPECT_EQ(told_of(svg("<g style='fill:red;behavior:none'/>")), "not allowed 1: behavior:none");
  for (const std::string inside :
       {"<animate attributeName='x'/>", "<set attributeName='href' to='#a'/>", "<flowRoot/>", "<feImage href='#a'/>",
        "<mpath/>", "<meshgradient/>", "<font/>", "<G/>", "<x:g xmlns:x='http://example.org/'/>",
        "<g x:y='1' xmlns:x='http://example.org/'/>", "<style>@media print { g { fill: red } }</style>",
        "<style>g { --a: var(--b) }</style>", "<style>g { content: none }</style>", "<g style='fill: var(--x)'/>",
        "<g fill='var(--x)'/>", "<g style='width: expression(1)'/>", "<feGaussianBlur kernelUnitLength='1'/>",
        "<x:include xmlns:x='http://www.w3.org/2001/XInclude' href='/etc/passwd'/>", "<svg viewBox='nan'/>"}) {
    EXPECT_EQ(told_of(svg(inside)).substr(0, 11), "not allowed") << inside;
  }
}

TEST(Svg, declares_nothing) {
  for (const std::string inside :
       {"<!ENTITY a 'b'>", "<!ENTITY % a SYSTEM 'file:///etc/passwd'> %a;", "<!ATTLIST svg onload CDATA 'x'>",
        "<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"}) {
    EXPECT_NE(told_of("<!DOCTYPE svg [" + inside + "]>" + svg("<g/>")).find("<!DOCTYPE>"), std::string::npos) << inside;
  }
  EXPECT_NE(told_of(svg("<desc>&a;</desc>")), "sound");
}

TEST(Svg, that_refers_outside_or_is_live_is_told_as_such) {
  for (const std::string inside :
       {"<use href='b.svg#a'/>", "<a href='https://example.org'/>", "<rect fill='url(http://example.org/a.svg#a)'/>",
        "<style>@import 'a.css';</style>", "<style>g { fill: u\\72l(a) }</style>", "<g fill='u\\72l(a)'/>",
        "<style>g { fill: image-set('a.png' 1x) }</style>", "<g xml:base='http://example.org/'/>"}) {
    EXPECT_EQ(told_of(svg(inside)).substr(0, 7), "outside") << inside;
  }
  for (const std::string inside : {"<script/>", "<SCRIPT/>", "<g onclick='go()'/>", "<g ONLOAD='go()'/>",
                                   "<foreignObject/>", "<h:script xmlns:h='http://www.w3.org/1999/xhtml'/>",
                                   "<metadata><h:script xmlns:h='http://www.w3.org/1999/xhtml'/></metadata>"}) {
    EXPECT_EQ(told_of(svg(inside)).substr(0, 4), "live") << inside;
  }
}

TEST(Svg, may_be_large_but_not_without_end) {
  EXPECT_EQ(told_of(svg(repeated("<path d='M0 0h9v9z'/>", 90'000))), "sound");
  EXPECT_NE(told_of(svg(repeated("<g/>", limits::svg_elements))).find("svg_elements"), std::string::npos);
  EXPECT_NE(told_of(svg(repeated("<g>", limits::svg_depth) + repeated("</g>", limits::svg_depth))).find("svg_depth"),
            std::string::npos);
}

TEST(Svg, has_its_references_counted) {
  const std::string many = "the SVG goes over the limit svg_drawn (500000)";
  const auto limit_of = [](const std::string& inside) { return told_of(svg(inside)); };
  EXPECT_EQ(limit_of(chain("g", "<use href='#r%'/>", 5) + "<use href='#r4'/>"), "sound");
  EXPECT_EQ(limit_of(chain("g", "<use href='#r%'/>", 9) + "<use href='#r8'/>"), "limit 0: " + many);
  EXPECT_EQ(limit_of(chain("g", "<use href='#r%'/>", 90) + "<use href='#r89'/>"), "limit 0: " + many);
  EXPECT_EQ(limit_of(chain("pattern", "<g fill='url(#r%)'/>", 9) + "<rect fill='url(#r8)'/>"), "limit 0: " + many);
  EXPECT_EQ(limit_of(chain("mask", "<g style='mask: url(#r%)'/>", 9) + "<rect mask='url(#r8)'/>"), "limit 0: " + many);
  EXPECT_EQ(limit_of("<style>.a{clip-path:url(#r8)}</style>" + chain("clipPath", "<use href='#r%'/>", 9) +
                     "<g class='b a'/>"),
            "limit 0: " + many);
  // A marker is drawn at each point of its path, also of a path that is used.
  const std::string points = repeated("1 1 ", 2'000);
  const std::string marker = "<marker id='m'>" + repeated("<g/>", 500) + "</marker>";
  EXPECT_EQ(limit_of(marker + "<polyline points='" + points + "' marker-mid='url(#m)'/>"), "limit 0: " + many);
  EXPECT_EQ(limit_of(marker + "<defs><polyline id='p' points='" + points +
                     "'/></defs><g style='marker:url(#m)'><use href='#p'/></g>"),
            "limit 0: " + many);
  EXPECT_EQ(limit_of(marker + "<polyline points='1 1 2 2' marker-mid='url(#m)'/>"), "sound");
  // References in circles come to an end.
  EXPECT_EQ(
      limit_of(
          "<style>path{marker:url(#m)}</style><marker id='m'><path d='M0 0'/></marker><g id='a'><use href='#a'/></g>"),
      "sound");
}

TEST(Svg, has_its_filters_bounded) {
  for (const std::string step :
       {"<feConvolveMatrix order='50'/>", "<feConvolveMatrix order='3 99'/>", "<feConvolveMatrix order='0'/>",
        "<feConvolveMatrix order='x'/>", "<feTurbulence numOctaves='1000'/>", "<feMorphology radius='1e9'/>",
        "<feGaussianBlur stdDeviation='1e300'/>", "<feGaussianBlur stdDeviation='-1'/>"}) {
    EXPECT_EQ(told_of(svg("<filter>" + step + "</filter>")).substr(0, 11), "not allowed") << step;
  }
  const std::string steps = repeated("<feOffset dx='1'/>", 50);
  EXPECT_EQ(told_of(svg("<filter id='f'>" + steps + "</filter>" + repeated("<g filter='url(#f)'/>", 100))).substr(0, 5),
            "limit");
  EXPECT_EQ(told_of(svg("<g stroke-dasharray='1e-9'/>")).substr(0, 11), "not allowed");
  EXPECT_EQ(told_of(svg("<g style='stroke-dasharray: 1e-9 1e-9'/>")).substr(0, 11), "not allowed");
}

}  // namespace krut::picture::test
