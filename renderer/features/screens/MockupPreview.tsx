import type { MockupSkeleton } from '../../../core/screens/mockups';
import classes from './Screens.module.css';

type Shape = MockupSkeleton['elements'][number];

/** A mock-up as a small picture, drawn from its shapes. Decoration: its name stands beside it. */
export function MockupPreview({ mockup }: { mockup: MockupSkeleton }) {
  const { width, height, elements } = mockup;
  return (
    <svg className={classes.mockup} viewBox={`-4 -4 ${width + 8} ${height + 8}`} aria-hidden="true">
      {elements.map((shape, index) => (
        // Shapes have no identity of their own and never move here.
        // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list of shapes
        <ShapePreview key={index} shape={shape} />
      ))}
    </svg>
  );
}

function ShapePreview({ shape }: { shape: Shape }) {
  const { x, y, strokeColor } = shape;
  switch (shape.type) {
    case 'rectangle': {
      const { width, height, label } = shape;
      const corner = shape.roundness?.value ?? 0;
      return (
        <>
          <rect {...paint(shape)} x={x} y={y} width={width} height={height} rx={corner} />
          {label && (
            <Words
              {...label}
              x={x + width / 2}
              y={y + height / 2 - label.fontSize * 0.65}
              textAlign="center"
            />
          )}
        </>
      );
    }
    case 'ellipse': {
      const { width, height } = shape;
      return (
        <ellipse {...paint(shape)} cx={x + width / 2} cy={y + height / 2} rx={width / 2} ry={height / 2} />
      );
    }
    case 'line':
    case 'arrow':
      return (
        <polyline
          {...paint(shape)}
          points={shape.points.map(([across, down]) => `${x + across},${y + down}`).join(' ')}
        />
      );
    case 'text':
      return <Words {...shape} strokeColor={strokeColor} />;
  }
}

interface WordsProps {
  text: string;
  x: number;
  y: number;
  fontSize: number;
  strokeColor: string;
  textAlign: 'left' | 'center' | 'right';
}

const anchors = { left: 'start', center: 'middle', right: 'end' } as const;

function Words({ text, x, y, fontSize, strokeColor, textAlign }: WordsProps) {
  return (
    <text fontSize={fontSize} fill={strokeColor} textAnchor={anchors[textAlign]}>
      {text.split('\n').map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a fixed text
        <tspan key={index} x={x} y={y + fontSize * (1 + index * 1.25)}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

function paint(shape: Exclude<Shape, { type: 'text' }>) {
  return {
    fill: shape.backgroundColor === 'transparent' ? 'none' : shape.backgroundColor,
    stroke: shape.strokeColor === 'transparent' ? 'none' : shape.strokeColor,
    strokeWidth: shape.strokeWidth,
    ...(shape.strokeStyle === 'dashed' ? { strokeDasharray: '6 5' } : {}),
    ...('opacity' in shape ? { opacity: shape.opacity / 100 } : {}),
  };
}
